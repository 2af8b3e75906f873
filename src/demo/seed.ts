// The people of the demo's workspace: a dozen technicians and two co-ordinators, all made up.
export type SeedPerson = { id: string; name: string; realName: string; email: string; title: string; tz?: string };

const at = 'northmoor.example';
const person = (id: string, realName: string, title: string, tz?: string): SeedPerson => {
  const name = realName.toLowerCase().replace(/[^a-z]+/g, '.');
  return { id, name, realName, email: `${name}@${at}`, title, ...(tz ? { tz } : {}) };
};

/** Co-ordinators first. */
export const coordinators: SeedPerson[] = [
  person('UPRIYA', 'Priya Nair', 'Technical Development Manager'),
  person('UOWEN', 'Owen Hughes', 'Technical Skills Lead'),
];

export const technicians: SeedPerson[] = [
  person('USAM', 'Sam Okafor', 'Senior Technician, Chemistry'),
  person('UALEX', 'Alex Morgan', 'Technician, Mechanical Workshop'),
  person('UBETH', 'Beth Kowalski', 'Imaging Facility Specialist'),
  person('UCHEN', 'Chen Wei', 'Electronics Technician'),
  person('UDALIA', 'Dalia Haddad', 'Teaching Laboratory Technician'),
  person('UEWAN', 'Ewan Fraser', 'Technical Manager, Engineering'),
  person('UFATIMA', 'Fatima Siddiqui', 'Apprentice Technician, Biosciences'),
  person('UGRACE', 'Grace Adeyemi', 'Senior AV Technician'),
  person('UHUGO', 'Hugo Martins', 'Glasshouse and Field Technician'),
  person('UISLA', 'Isla Campbell', 'Theatre and Performance Technician'),
  person('UJOSH', 'Josh Taylor', 'Research Computing Technician'),
  person('UKEIRA', 'Keira Walsh', 'Stores and Safety Technician'),
];

export const forumChannel = { id: 'CFORUM', name: 'technicians-forum' };
export const alertsChannel = { id: 'CALERTS', name: 'mentoring-coordinators' };

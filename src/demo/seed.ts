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

export type SeedTeamsPerson = { id: string; name: string; email: string; title: string };

const inTeams = (id: string, name: string, title: string): SeedTeamsPerson => ({
  id,
  name,
  email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${at}`,
  title,
});

/** The medical school of the same university lives in Teams; its people are in the same scheme. */
export const teamsTenant = { id: 'northmoor-medical', appId: '5d0f8a31-7c42-4f5e-9a51-2b6c0c9d1e77' };
export const teamsCoordinator = inTeams('rosa-delgado', 'Rosa Delgado', 'Technical Manager, Medical School');
export const teamsTechnicians: SeedTeamsPerson[] = [
  inTeams('amira-stone', 'Amira Stone', 'Technician, Histology'),
  inTeams('lewis-grant', 'Lewis Grant', 'Senior Technician, Anatomy'),
  inTeams('mina-park', 'Mina Park', 'Technician, Simulation Centre'),
  inTeams('noor-ali', 'Noor Ali', 'Flow Cytometry Specialist'),
  inTeams('tomasz-zielinski', 'Tomasz Zieliński', 'Animal Technologist'),
];

export const teamsForum = {
  team: '19:technicians@thread.tacv2',
  id: '19:forum@thread.tacv2',
  name: 'Technicians’ forum',
};
/** A team of the co-ordinators alone, with its first channel. */
export const teamsAlerts = { id: '19:coordinators@thread.tacv2', name: 'Mentoring co-ordinators' };

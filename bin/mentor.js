#!/usr/bin/env node
// Checks the Node version before any TypeScript is read, then hands over to the program.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Mentor needs Node 22.18 or newer; this is ${process.version}. Run "npm install" here (it brings Node 24), then start with "npm start".`,
  );
  process.exit(2);
}
await import('../src/cli.ts');

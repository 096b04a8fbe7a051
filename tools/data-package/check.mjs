// Checks a Data Package: what describes it, every row against its schema, every key against the table that it leads to.
// Prints a line for each fault and one with what was checked. Usage: node check.mjs FOLDER/datapackage.json
import datapackage from 'datapackage';

const most = 20;
const told = (error) => [error.message, ...(error.errors ?? []).map((inner) => inner.message)].join(' ');

const found = await datapackage.Package.load(process.argv[2]);
const faults = found.errors.map(told);
let rows = 0;
let keys = 0;
for (const resource of found.resources) {
  faults.push(...resource.errors.map((error) => `${resource.name}: ${told(error)}`));
  if (!resource.tabular) continue;
  for (const row of await resource.read({ forceCast: true })) {
    rows += 1;
    if (row instanceof Error) faults.push(`${resource.name}: ${told(row)}`);
  }
  // One key at a time: the library puts the row that a key leads to in the place of its fields, where the next key finds it.
  for (const key of resource.descriptor.schema.foreignKeys ?? []) {
    resource.descriptor.schema.foreignKeys = [key];
    resource.commit();
    try {
      await resource.checkRelations();
      keys += 1;
    } catch (error) {
      faults.push(`${resource.name}: ${told(error)}`);
    }
  }
}
for (const fault of faults.slice(0, most)) console.log(fault);
console.log(`${found.resources.length} resources, ${rows} rows, ${keys} keys, ${faults.length} faults`);

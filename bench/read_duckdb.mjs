// A CSV read by DuckDB into a table of its own: node read_duckdb.mjs FOLDER FILE.csv [COLUMNS]
// FOLDER is one in which `npm install @duckdb/node-api` was run. COLUMNS, separated by commas, are those that are kept;
// without them all.
import {createRequire} from 'node:module';
import {availableParallelism} from 'node:os';
import {join, resolve} from 'node:path';

const [folder, file, columns = '*'] = process.argv.slice(2);
const {DuckDBInstance} = createRequire(join(resolve(folder), 'any.js'))('@duckdb/node-api');
const database = await DuckDBInstance.create(':memory:', {threads: String(availableParallelism())});
const connection = await database.connect();
await connection.run(`create table events as select ${columns} from read_csv('${file.replaceAll("'", "''")}')`);
const counted = await connection.runAndReadAll('select count(*), (select version()) from events');
console.log(JSON.stringify(counted.getRows()[0].map(String)));

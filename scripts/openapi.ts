// Writes what is derived from the routes and commands: the contract, the SDK made from it, and the references of both clients.
import { generated } from "./checking/generated.ts";

for (const { name, path, make } of generated) {
  try {
    make();
    console.log(`${name.padEnd(14)} ${path}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

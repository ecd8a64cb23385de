// Prints the contract. Routes describe themselves without anything behind them.
import { apiRoutes } from "./app.ts";
import { contractOf } from "./docs/contract.ts";
import type { Services } from "./services.ts";

// No handler runs here, so nothing asks for a service.
const nothing = {} as Services;
process.stdout.write(`${JSON.stringify(contractOf(apiRoutes(nothing)), null, 2)}\n`);

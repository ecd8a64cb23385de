import { z } from "@hono/zod-openapi";
import { operationNames } from "../meter/operations.ts";

const unitsMax = 1_000;

/** A field for every metered operation there is. */
const perOperation = <Schema extends z.ZodType>(schema: Schema) =>
  Object.fromEntries(operationNames.map((name) => [name, schema])) as Record<(typeof operationNames)[number], Schema>; // made of these names

export const Weights = z.object(perOperation(z.int().openapi({ example: 1 }))).openapi("Weights", {
  description: "How many units one call of each operation takes from the limits of days and months.",
});
export type Weights = z.infer<typeof Weights>;

export const NewWeights = z.strictObject(perOperation(z.int().min(1).max(unitsMax).optional())).openapi("NewWeights", {
  description: "In place of all weights there are: an operation that is not given takes its usual units again.",
  example: { query: 3, export: 10 },
});
export type NewWeights = z.infer<typeof NewWeights>;

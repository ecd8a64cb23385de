import { fileURLToPath } from "node:url";

export function migrationsFolder(dialect: "sqlite" | "postgres"): string {
  return fileURLToPath(new URL(`../../migrations/${dialect}`, import.meta.url));
}

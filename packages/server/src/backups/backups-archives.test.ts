import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createArchiver } from "../archives/archiver.ts";
import { selectArchives } from "../archives/queries.ts";
import { readConfig } from "../config.ts";
import { hashFile } from "../lake/parts-files.ts";
import { lakePaths } from "../lake/parts-paths.ts";
import { closes, publish } from "../testing/datasets.ts";
import { createDatabase, isPostgres, openWorld } from "../testing/world.ts";
import { restoreBackup } from "./restore-backup.ts";
import { takeBackup } from "./take-backup.ts";

const options = { withSecret: true, withExports: true, copies: true, progress: () => {} };

test("a backup has the months that left the database, and restores them", async () => {
  const world = await openWorld({ now: new Date("2026-01-20T09:30:00.000Z") });
  onTestFinished(() => world.close());
  const scratch = mkdtempSync(join(tmpdir(), "wizdata-backups-"));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  await publish(world, closes("prices"));
  const { id, key } = await world.onboard();
  await world.ask("POST", "/datasets/prices/subscribe", { body: { partner_id: id, tier: "premium" } });
  for (const month of ["01", "02", "03"]) {
    world.clock.set(new Date(`2026-${month}-20T09:30:00.000Z`));
    expect((await world.ask("GET", "/data/prices?limit=2", { key })).status).toBe(200);
  }
  world.clock.set(new Date("2026-05-10T00:00:00.000Z"));
  await world.signDays();
  const config = { ...world.config, usageEventsKeptDays: 62 };
  await createArchiver({ ...world.services, config }).run();
  const archives = await selectArchives(world.services.store.db);
  expect(archives.map(({ month }) => month)).toEqual(["2026-01", "2026-02"]);

  const folder = join(scratch, "backup");
  const { manifest } = await takeBackup(world.config, folder, "1.0.0", options);
  expect(manifest.archives.map(({ sha256 }) => sha256)).toEqual(archives.map(({ sha256 }) => sha256));
  const database = isPostgres ? await createDatabase() : undefined;
  onTestFinished(async () => void (await database?.drop()));
  const home = join(scratch, "restored");
  const place = readConfig({ WIZDATA_HOME: home, WIZDATA_SECRET: world.config.secret, DATABASE_URL: database?.url });
  const { check } = await restoreBackup(folder, place, { secret: undefined, progress: () => {} });
  expect(check.filter(({ status }) => status !== "passed")).toEqual([]);
  for (const { file, sha256 } of archives) expect(await hashFile(lakePaths(home).archive(file))).toBe(sha256);
}, 180_000);

import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Context } from "hono";
import { isKnownTag } from "../http/etag.ts";
import type { Env } from "../http/guard.ts";
import { Problem } from "../http/problem.ts";
import type { ExportFile } from "../lake/lake.ts";
import { refuseTestKey } from "./create.ts";
import type { ExportFormat } from "./schemas.ts";
import { readyExport } from "./service.ts";
import { toManifest } from "./wire.ts";

const chunkBytes = 1024 * 1024;

export const mediaTypes = { csv: "text/csv", parquet: "application/vnd.apache.parquet" } as const satisfies Record<
  ExportFormat,
  string
>;

/** A file of an export, as its manifest promises it: same name, length and hash as long as the export lives. */
export async function answerFile(c: Context<Env>, id: string, name: string): Promise<Response> {
  const services = c.get("services");
  refuseTestKey(c.get("call"));
  const { format, files } = toManifest(await readyExport(services, c.get("call"), id));
  const file = files.find((file) => file.name === name);
  if (!file) throw new Problem("not_found");
  const identity = identityOf(file);
  if (isKnownTag(c.req.header("if-none-match"), identity.etag)) return c.body(null, 304, identity);
  const handle = await openWhole(services.lake.exportFile(id, name), file.bytes);
  const headers = {
    ...identity,
    "content-type": format === "csv" ? `${mediaTypes.csv}; charset=utf-8` : mediaTypes.parquet,
    "content-length": String(file.bytes),
    "content-disposition": `attachment; filename="${name}"`,
  };
  if (c.req.method === "HEAD") {
    await handle.close();
    return c.body(null, 200, headers);
  }
  return c.body(streamOf(handle, file.bytes), 200, headers);
}

function identityOf({ sha256 }: ExportFile) {
  return {
    etag: `"sha256-${sha256}"`,
    "repr-digest": `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`,
    "cache-control": "private, no-store",
  };
}

/** Opened before the answer begins: a file that is missing or cut is a clear 503, not half a download. */
async function openWhole(path: string, bytes: number): Promise<FileHandle> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch((cause) => {
    throw unreadable(cause);
  });
  const { size } = await handle.stat();
  if (size === bytes) return handle;
  await handle.close();
  throw unreadable(new Error(`${path} has ${size} bytes, its manifest says ${bytes}`));
}

const unreadable = (cause: unknown) =>
  new Problem("unavailable", { detail: "The file cannot be read now.", retryAfterSeconds: 30, cause });

/** Read as fast as it is taken; the handle is closed at the end, on an error and when the client leaves. */
function streamOf(handle: FileHandle, bytes: number): ReadableStream<Uint8Array> {
  let left = bytes;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const chunk = await readChunk(handle, Math.min(left, chunkBytes));
        left -= chunk.length;
        controller.enqueue(chunk);
        if (left > 0) return;
        controller.close();
        await handle.close();
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    cancel: () => handle.close(),
  });
}

async function readChunk(handle: FileHandle, bytesMax: number): Promise<Uint8Array> {
  const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(bytesMax), 0, bytesMax);
  if (bytesRead === 0 && bytesMax > 0) throw new Error("a file of an export ended early");
  return buffer.subarray(0, bytesRead);
}

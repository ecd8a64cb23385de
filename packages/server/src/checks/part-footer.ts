import { open } from "node:fs/promises";

/** The length of the footer, and the word that ends every Parquet file. */
const tailBytes = 8;
const footerBytesMax = 64 * 2 ** 20;

/** Whether the footer of a Parquet file holds a text, as its metadata does. What cannot be read is another invariant's business. */
export async function footerHas(file: string, text: string): Promise<boolean> {
  const handle = await open(file, "r").catch(() => undefined);
  if (!handle) return true;
  try {
    const { size } = await handle.stat();
    const tail = await readAt(handle, Math.max(0, size - tailBytes), tailBytes);
    const bytes = Math.min(tail.readUInt32LE(0), size, footerBytesMax);
    return (await readAt(handle, Math.max(0, size - tailBytes - bytes), bytes)).includes(text);
  } finally {
    await handle.close();
  }
}

async function readAt(handle: Awaited<ReturnType<typeof open>>, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  await handle.read(buffer, 0, length, position);
  return buffer;
}

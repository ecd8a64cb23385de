/** SHA-256 of a text in UTF-8, as lower-case hexadecimal. */
export type Sha256 = (text: string) => string;

// RFC 6962 in texts: a node that has no sibling is taken up as it is, and leaves are told from nodes by what stands before them.
const leafNode = (leaf: string, sha256: Sha256) => sha256(`0:${leaf}`);
const parent = (left: string, right: string, sha256: Sha256) => sha256(`1:${left}${right}`);

/** The root of a tree without leaves: the SHA-256 of nothing. */
export const emptyRoot = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** What a leaf needs to be proven in a tree: its place, and the hashes beside its way up, the lowest first. */
export type Inclusion = { index: number; path: string[] };

/**
 * A Merkle tree that grows leaf by leaf. It keeps all of its nodes: two hashes a leaf. A part of a larger tree is one too, if it
 * begins at a multiple of a power of two; the tree over such parts has their roots as its nodes.
 *
 * @example
 * const tree = new MerkleTree(sha256);
 * for (const leaf of leaves) tree.add(leaf);
 * rootOfInclusion(leaves[3], tree.inclusion(3), tree.size, sha256) === tree.root();
 */
export class MerkleTree {
  readonly #sha256: Sha256;
  /** By height: the nodes whose subtree is full. */
  readonly #levels: string[][] = [[]];

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  add(leaf: string): void {
    this.addNode(leafNode(leaf, this.#sha256));
  }

  /** Adds what is a node already: the root of a part. */
  addNode(node: string): void {
    let risen = node;
    for (let height = 0; ; height++) {
      const level = this.#levels[height] ?? [];
      this.#levels[height] = level;
      level.push(risen);
      if (level.length % 2 === 1) return;
      risen = parent(level.at(-2) ?? "", risen, this.#sha256);
    }
  }

  root(): string {
    return this.#edge().at(-1) ?? emptyRoot;
  }

  /** @throws RangeError when there is no such leaf */
  inclusion(index: number): Inclusion {
    if (!(index >= 0 && index < this.size)) throw new RangeError(`The tree has no leaf ${index}.`);
    const edge = this.#edge();
    const path: string[] = [];
    let [at, width] = [index, this.size];
    for (let height = 0; width > 1; height++) {
      const beside = at ^ 1;
      const node = beside === width - 1 ? edge[height] : this.#levels[height]?.[beside];
      if (beside < width && node !== undefined) path.push(node);
      at >>= 1;
      width = (width + 1) >> 1;
    }
    return { index, path };
  }

  /** By height: the last node, whose subtree need not be full. The highest is the root. */
  #edge(): string[] {
    let [last, width] = [this.#levels[0]?.at(-1), this.size];
    const edge: string[] = [];
    for (let height = 0; last !== undefined; height++) {
      edge.push(last);
      if (width === 1) break;
      const left = width % 2 === 0 ? this.#levels[height]?.[width - 2] : undefined;
      last = left === undefined ? last : parent(left, last, this.#sha256);
      width = (width + 1) >> 1;
    }
    return edge;
  }
}

/**
 * The root of the same tree from leaves that come one after the other, without keeping them: one hash for each power of two.
 *
 * @example
 * const root = new MerkleRoot(sha256);
 * for await (const leaf of leaves) root.add(leaf);
 * console.log(root.size, root.root());
 */
export class MerkleRoot {
  readonly #sha256: Sha256;
  /** Roots of full subtrees, the largest first: one for each bit of the size. */
  readonly #peaks: string[] = [];
  #size = 0;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  get size(): number {
    return this.#size;
  }

  add(leaf: string): void {
    let node = leafNode(leaf, this.#sha256);
    for (let size = this.#size; size % 2 === 1; size = (size - 1) / 2)
      node = parent(this.#peaks.pop() ?? "", node, this.#sha256);
    this.#peaks.push(node);
    this.#size += 1;
  }

  root(): string {
    if (this.#size === 0) return emptyRoot;
    return this.#peaks.reduceRight((right, left) => parent(left, right, this.#sha256));
  }
}

/**
 * The root that a leaf's proof leads to, in a tree of this size; undefined where the proof does not fit into such a tree.
 *
 * @example rootOfInclusion(leaf, { index: 2, path: ["ab…", "cd…"] }, 4, sha256) === signedRoot
 */
export function rootOfInclusion(
  leaf: string,
  { index, path }: Inclusion,
  size: number,
  sha256: Sha256,
): string | undefined {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) return undefined;
  let node = leafNode(leaf, sha256);
  let [at, width, used] = [index, size, 0];
  for (; width > 1; width = Math.ceil(width / 2), at = Math.floor(at / 2)) {
    if (at === width - 1 && at % 2 === 0) continue;
    const beside = path[used];
    if (beside === undefined) return undefined;
    node = at % 2 === 0 ? parent(node, beside, sha256) : parent(beside, node, sha256);
    used += 1;
  }
  return used === path.length ? node : undefined;
}

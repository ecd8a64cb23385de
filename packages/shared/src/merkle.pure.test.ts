import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyRoot, MerkleRoot, MerkleTree, rootOfInclusion } from "./merkle.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const leavesOf = (size: number) => Array.from({ length: size }, (_, at) => sha256(`leaf ${at}`));
const sizes = fc.integer({ min: 1, max: 300 });

function treeOf(leaves: readonly string[]): MerkleTree {
  const tree = new MerkleTree(sha256);
  for (const leaf of leaves) tree.add(leaf);
  return tree;
}

/** RFC 6962, section 2.1, word for word: the larger part is the greatest power of two below the size. */
function rootByTheBook(leaves: readonly string[]): string {
  const [only] = leaves;
  if (only === undefined) return sha256("");
  if (leaves.length === 1) return sha256(`0:${only}`);
  const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(`1:${rootByTheBook(leaves.slice(0, half))}${rootByTheBook(leaves.slice(half))}`);
}

test("the root is that of the RFC, leaf by leaf, kept or streamed", () => {
  const streamed = new MerkleRoot(sha256);
  const tree = new MerkleTree(sha256);
  expect([streamed.root(), tree.root(), emptyRoot]).toEqual([sha256(""), sha256(""), sha256("")]);
  const leaves = leavesOf(130);
  for (const [at, leaf] of leaves.entries()) {
    streamed.add(leaf);
    tree.add(leaf);
    const expected = rootByTheBook(leaves.slice(0, at + 1));
    expect([streamed.root(), tree.root(), streamed.size, tree.size]).toEqual([expected, expected, at + 1, at + 1]);
  }
});

test("every leaf is proven by a path of at most log2(n) hashes", () => {
  for (let size = 1; size <= 70; size++) {
    const leaves = leavesOf(size);
    const tree = treeOf(leaves);
    for (const [at, leaf] of leaves.entries()) {
      const proof = tree.inclusion(at);
      expect(rootOfInclusion(leaf, proof, size, sha256)).toBe(tree.root());
      expect(proof.path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
    }
  }
});

test("no other leaf, place, size or path is", () => {
  fc.assert(
    fc.property(sizes, fc.nat(), fc.nat(), fc.nat({ max: 63 }), (size, some, other, digit) => {
      const leaves = leavesOf(size);
      const tree = treeOf(leaves);
      const [index, wrong] = [some % size, other % (size + 3)];
      const [leaf = "", proof, root] = [leaves[index], tree.inclusion(index), tree.root()];
      const proves = (given: string, at: number, path: string[], width = size) =>
        rootOfInclusion(given, { index: at, path }, width, sha256) === root;
      if (wrong !== index) expect(proves(leaf, wrong, proof.path)).toBe(false);
      for (const width of [size + 1, size - 1, size * 2, 0, -1, 1.5, Number.NaN]) {
        // In a tree of another size the same way up may exist; then it is the same claim about the same leaf.
        const isSameWay = rootOfInclusion(leaf, proof, width, sha256) === root;
        if (isSameWay) expect(index).toBeLessThan(width);
      }
      expect(proves(leaf, index, [...proof.path, leaf])).toBe(false);
      expect(proves(leaf, -1, proof.path)).toBe(false);
      if (proof.path.length > 0) expect(proves(leaf, index, proof.path.slice(1))).toBe(false);
      const flip = (hash: string) => hash.slice(0, digit) + (hash[digit] === "0" ? "1" : "0") + hash.slice(digit + 1);
      expect(proves(flip(leaf), index, proof.path)).toBe(false);
      for (const at of proof.path.keys())
        expect(proves(leaf, index, proof.path.with(at, flip(proof.path[at] ?? "")))).toBe(false);
      // A node is no leaf, though both are hashes.
      if (size > 1) expect(proves(root, 0, [], 1)).toBe(false);
    }),
  );
});

test("a tree in parts of a power of two proves what the whole proves", () => {
  fc.assert(
    fc.property(sizes, fc.nat(), fc.integer({ min: 0, max: 5 }), (size, some, height) => {
      const leaves = leavesOf(size);
      const [index, partSize] = [some % size, 2 ** height];
      const parts = Array.from({ length: Math.ceil(size / partSize) }, (_, at) =>
        treeOf(leaves.slice(at * partSize, (at + 1) * partSize)),
      );
      const top = new MerkleTree(sha256);
      for (const part of parts) top.addNode(part.root());
      const part = Math.floor(index / partSize);
      const low = parts[part]?.inclusion(index % partSize).path ?? [];
      const path = [...low, ...top.inclusion(part).path];
      expect({ root: top.root(), index, path }).toEqual({
        root: treeOf(leaves).root(),
        ...treeOf(leaves).inclusion(index),
      });
    }),
  );
});

test("there is no proof of a leaf that is not there", () => {
  for (const index of [-1, 3, Number.NaN]) expect(() => treeOf(leavesOf(3)).inclusion(index)).toThrow(RangeError);
});

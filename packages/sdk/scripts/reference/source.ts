import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

// Reads the package as its users see it: what is exported, with docstrings, and types as they are written.

const src = fileURLToPath(new URL("../../src/", import.meta.url));

export type Tags = { text: string; throws: string[]; example: string | undefined };
export type Member = Tags & { name: string; type: string; isOptional: boolean };
export type Method = Tags & { name: string; signature: string; parameterTypes: ts.Type[] };
export type Exported = Tags & { name: string; symbol: ts.Symbol; node: ts.Declaration; file: string };

/** Everything that a door of the package exports, in the order of its names. */
export function readPackage() {
  const rootNames = globSync(`${src}**/*.ts`).filter((file) => !/\.test\.ts$|\/testing\//.test(file));
  // Our own files and nothing else: what Node and the libraries declare is not ours to document, and takes seconds to read.
  const program = ts.createProgram(rootNames, {
    lib: ["lib.es5.d.ts"],
    noResolve: true,
    types: [],
    allowImportingTsExtensions: true,
  });
  const checker = program.getTypeChecker();
  const exportsOf = (door: string): Exported[] => {
    const file = program.getSourceFile(src + door);
    const door_ = file && checker.getSymbolAtLocation(file);
    if (!door_) throw new Error(`${door} exports nothing`);
    return checker.getExportsOfModule(door_).flatMap((found) => {
      const symbol = found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
      const [node] = symbol.declarations ?? [];
      if (!node) return [];
      const name = found.name;
      return [
        { name, symbol, node, file: node.getSourceFile().fileName.slice(src.length), ...tagsOf(symbol, checker) },
      ];
    });
  };
  return {
    exportsOf,
    methodsOf: ({ symbol }: Exported) => methodsOf(checker.getDeclaredTypeOfSymbol(symbol), checker),
    gettersOf: ({ symbol }: Exported) => gettersOf(checker.getDeclaredTypeOfSymbol(symbol), checker),
    fieldsOf: ({ symbol }: Exported) => fieldsOf(checker.getDeclaredTypeOfSymbol(symbol), checker),
    membersOf: (type: ts.Type) => fieldsOf(type, checker),
    /** The names of the class and of those it extends. */
    familyOf: ({ symbol }: Exported) => familyOf(checker.getDeclaredTypeOfSymbol(symbol)),
  };
}

/** What is read of the type's instances without being stored in them. */
function gettersOf(type: ts.Type, checker: ts.TypeChecker): Member[] {
  return type.getProperties().flatMap((symbol) => {
    const node = symbol.valueDeclaration;
    if (!node || !ts.isGetAccessorDeclaration(node)) return [];
    return [{ name: symbol.name, type: node.type?.getText() ?? "", isOptional: false, ...tagsOf(symbol, checker) }];
  });
}

function methodsOf(type: ts.Type, checker: ts.TypeChecker): Method[] {
  return type.getProperties().flatMap((symbol) => {
    const node = symbol.valueDeclaration;
    if (!node || !ts.isMethodDeclaration(node) || !ts.isIdentifier(node.name)) return [];
    const parameters = node.parameters.map((parameter) => parameter.getText().replace(/\s+/g, " "));
    const generics = node.typeParameters ? `<${node.typeParameters.map((one) => one.getText()).join(", ")}>` : "";
    const name = node.name.text;
    const signature = `${name}${generics}(${parameters.join(", ")}): ${node.type?.getText().replace(/\s+/g, " ")}`;
    const parameterTypes = node.parameters.map((parameter) => checker.getTypeAtLocation(parameter));
    return [{ name, signature, parameterTypes, ...tagsOf(symbol, checker) }];
  });
}

/** The public fields that the type itself or one it extends declares. */
function fieldsOf(type: ts.Type, checker: ts.TypeChecker): Member[] {
  return checker.getPropertiesOfType(checker.getNonNullableType(type)).flatMap((symbol) => {
    const [node] = symbol.declarations ?? [];
    const isField =
      node && (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) && !ts.isPrivateIdentifier(node.name);
    if (!isField || ts.getCombinedModifierFlags(node) & ts.ModifierFlags.NonPublicAccessibilityModifier) return [];
    const type = (node.type?.getText() ?? checker.typeToString(checker.getTypeOfSymbol(symbol))).replace(/\s+/g, " ");
    const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    return [{ name: symbol.name, type: type.replace(/ \| undefined$/, ""), isOptional, ...tagsOf(symbol, checker) }];
  });
}

function familyOf(type: ts.Type): string[] {
  if (!type.isClass()) return [];
  const [parent] = type.getBaseTypes() ?? [];
  return [type.symbol.name, ...(parent ? familyOf(parent) : [])];
}

function tagsOf(symbol: ts.Symbol, checker: ts.TypeChecker): Tags {
  const [node] = symbol.declarations ?? [];
  const tags = node ? writtenTags(node) : [];
  const texts = (name: string) => tags.flatMap((tag) => (tag.name === name ? [tag.text] : []));
  const [description = ""] = texts("description");
  const text = paragraphs(ts.displayPartsToString(symbol.getDocumentationComment(checker)) || description);
  return { text, throws: texts("throws").map(paragraphs), example: texts("example")[0] };
}

/** As they are written: the compiler takes what stands in braces after a tag for a type. */
function writtenTags(node: ts.Node): { name: string; text: string }[] {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const lines = comments.map((comment) =>
    comment
      .getText()
      .replace(/^\/\*\*|\s*\*\/$/g, "")
      .replace(/^[ \t]*\* ?/gm, ""),
  );
  return lines
    .join("\n")
    .split(/^\s*(?=@\w+\s)/m)
    .flatMap((part) => {
      const [, name = "", text = ""] = /^@(\w+)\s(.*)$/s.exec(part) ?? [];
      return name === "" ? [] : [{ name, text: text.trim() }];
    });
}

/** One line a paragraph, with the names that it links to as code. */
function paragraphs(text: string): string {
  return text.replace(/\{@link (\w+)\s*\}/g, "`$1`").replace(/(?<!\n)\n(?!\n)/g, " ");
}

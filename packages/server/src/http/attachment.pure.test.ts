import fc from "fast-check";
import { expect, test } from "vitest";
import { attachment } from "./attachment.ts";

test("a plain name stays plain, any other is whole in the second form", () => {
  expect(attachment("nse-kenya-v7.csv")).toBe('attachment; filename="nse-kenya-v7.csv"');
  expect(attachment('prés"1%.csv')).toBe("attachment; filename=\"pr_s_1_.csv\"; filename*=UTF-8''pr%C3%A9s%221%25.csv");
});

test("no name ends the header, the quotes or the folder", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const header = attachment(name);
      expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"(; filename\*=UTF-8''[\w.~%!#$&+^`|-]*)?$/);
      expect(header.slice(22).split('"')[0]).not.toMatch(/[/\\]|\.\./);
    }),
  );
  expect(attachment("../../etc/passwd\r\nX: y")).toBe('attachment; filename="____etc_passwd__X: y"');
});

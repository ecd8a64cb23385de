import { OpenAPIHono } from "@hono/zod-openapi";
import type { Env } from "./guard.ts";
import { invalidRequest } from "./problem.ts";

export type App = OpenAPIHono<Env>;

/** A router whose validation failures are problems that name the field. */
export function newRouter(): App {
  return new OpenAPIHono<Env>({
    defaultHook(result) {
      if (result.success) return;
      const errors = result.error.issues.flatMap((issue) =>
        issue.code === "unrecognized_keys"
          ? issue.keys.map((key) => ({
              path: [...issue.path, key].join("."),
              message: "is not a field of this request",
            }))
          : [{ path: issue.path.join("."), message: issue.message }],
      );
      throw invalidRequest(errors);
    },
  });
}

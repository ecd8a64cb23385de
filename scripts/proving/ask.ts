/** What came of a request: nothing, an answer of which the end is missing, or all of it. */
export type Answer = {
  status: number;
  headers: Headers;
  text: string;
  isWhole: boolean;
  /** The usage event that was promised with a metered answer. */
  receipt: string | undefined;
};

export type Asked = {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** One request with a key, as it is: nothing is tried again. Undefined where no answer began. */
export async function ask(
  url: string,
  key: string,
  path: string,
  { method = "GET", body, headers, signal }: Asked = {},
): Promise<Answer | undefined> {
  let response: Response;
  try {
    response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch {
    return undefined;
  }
  const receipt = response.headers.get("wizdata-receipt") ?? undefined;
  const head = { status: response.status, headers: response.headers, receipt };
  try {
    return { ...head, text: await response.text(), isWhole: true };
  } catch {
    return { ...head, text: "", isWhole: false };
  }
}

/** A body that must be JSON. */
export const bodyOf = <T>({ text }: Answer): T => JSON.parse(text);

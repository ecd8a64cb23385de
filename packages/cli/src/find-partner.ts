import type { Partner, WizData } from "@wizdata/sdk";
import { Failure } from "./failures.ts";
import { text } from "./fields.ts";

/** People know a partner by its e-mail address, programs by its id. */
export const partnerArgument = () => text("the partner's id or e-mail address");

export async function findPartnerByEmail(
  wizdata: WizData,
  email: string,
  signal: AbortSignal,
): Promise<Partner | undefined> {
  const { data } = await wizdata.partners.list({ email, limit: 1 }, { signal });
  return data[0];
}

export async function partnerIdOf(wizdata: WizData, idOrEmail: string, signal: AbortSignal): Promise<string> {
  if (!idOrEmail.includes("@")) return idOrEmail;
  const partner = await findPartnerByEmail(wizdata, idOrEmail, signal);
  if (partner) return partner.id;
  throw new Failure("not_found", "not_found", `There is no partner with the address ${idOrEmail}.`, {
    next: ["wizdata partners list"],
  });
}

/** The partner whose key asks, for a partner's own staff does not type its id. */
export async function ownPartnerId(wizdata: WizData, signal: AbortSignal): Promise<string> {
  const { partner } = await wizdata.me.retrieve({ signal });
  if (partner) return partner.id;
  throw new Failure("usage", "usage", "An operator's key has no company: say which partner is meant.", {
    next: ["wizdata partners list"],
  });
}

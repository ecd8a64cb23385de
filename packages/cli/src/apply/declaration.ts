import type { KeyChanges, NewKey, NewPartner, NewSubscription, PartnerChanges } from "@wizdata/sdk";
import { type JsonSchema, schemas } from "@wizdata/sdk/contract";

export type WantedSubscription = { dataset: string } & Required<Pick<NewSubscription, "tier" | "billing">>;
export type WantedKey = Omit<NewKey, "allowlist" | "caps"> & Pick<KeyChanges, "allowlist" | "caps">;
export type WantedSettings = Omit<PartnerChanges, "email"> & Pick<NewPartner, "company" | "billing_currency">;
/** Keys and subscriptions that the file does not speak of at all are not its business. */
export type WantedPartner = {
  email: string;
  settings: WantedSettings;
  keys: WantedKey[] | undefined;
  subscriptions: WantedSubscription[] | undefined;
};

/** What a partner is billed in where nothing else is said. */
export const usualCurrency = "ZAR";

const partnersMax = 1_000;
const itemsOfPartnerMax = 1_000;

const propertiesOf = ({ properties }: JsonSchema) => properties as Record<string, JsonSchema>;
const { partner_id: _partner, ...terms } = propertiesOf(schemas.NewSubscription);

const subscription: JsonSchema = {
  type: "object",
  properties: { dataset: { type: "string", minLength: 1 }, ...terms },
  required: ["dataset", "tier"],
  additionalProperties: false,
};

const { allowlist, caps } = propertiesOf(schemas.KeyChanges);
// What may be changed may also be set to nothing.
const key: JsonSchema = { ...schemas.NewKey, properties: { ...propertiesOf(schemas.NewKey), allowlist, caps } };

const partner: JsonSchema = {
  type: "object",
  properties: {
    ...propertiesOf(schemas.NewPartner),
    ...propertiesOf(schemas.PartnerChanges),
    // An amount as people write it: whole units, with a point before the smaller ones.
    monthly_spending_limit: { type: ["string", "number", "null"] },
    keys: { type: "array", items: key, maxItems: itemsOfPartnerMax },
    subscriptions: { type: "array", items: subscription, maxItems: itemsOfPartnerMax },
  },
  required: ["email", "company"],
  additionalProperties: false,
};

/** What a file of partners may say. Its fields and their forms are those of the contract, so that they are right or wrong in both. */
export const declarationSchema: JsonSchema = {
  type: "object",
  properties: { partners: { type: "array", items: partner, minItems: 1, maxItems: partnersMax } },
  required: ["partners"],
  additionalProperties: false,
};

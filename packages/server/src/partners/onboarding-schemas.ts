import { z } from "@hono/zod-openapi";
import { Instant, id, time } from "../http/wire.ts";
import { stepNames } from "./onboarding-steps.ts";

const Step = z.enum(stepNames).openapi("OnboardingStep");

export const Onboarding = z
  .object({
    partner_id: id("par"),
    completed_at: time().nullable().openapi({ description: "When the last step was done; null while one is not." }),
    steps: z
      .array(
        z.object({
          step: Step,
          done_at: time().nullable(),
          source: z
            .enum(["fact", "operator"])
            .openapi({ description: "Whether it proves itself or somebody said so." }),
          by: id("key").nullable().openapi({
            description:
              "The key that said so, or what proves it: the partner, the first terms it accepted, its first key, subscription, or key used.",
          }),
          note: z.string().nullable(),
        }),
      )
      .openapi({ description: "In order." }),
  })
  .openapi("Onboarding");
export type Onboarding = z.infer<typeof Onboarding>;

export const StepDone = z
  .strictObject({
    note: z.string().trim().min(1).max(500).openapi({ example: "Signed by both, contract 2026-114" }),
    done_at: Instant.optional().openapi({ description: "Default: now." }),
  })
  .openapi("StepDone", { example: { note: "Signed by both, contract 2026-114" } });
export type StepDone = z.infer<typeof StepDone>;

export const StepParam = z.object({
  id: z
    .string()
    .max(100)
    .openapi({ param: { name: "id", in: "path" }, example: "par_01jcz3q8v4k2m6n8p0r2t4w6x8" }),
  step: Step.openapi({ param: { name: "step", in: "path" }, example: "agreement" }),
});

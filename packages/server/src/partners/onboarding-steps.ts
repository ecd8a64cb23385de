/**
 * The way of a partner from a name to a customer, in order. A fact proves itself; what an operator knows somebody has to say.
 * An agreement is either: terms that were accepted here, or a paper that was signed elsewhere.
 */
export const onboardingSteps = {
  company: "fact",
  contact_verified: "operator",
  agreement: "either",
  first_key: "fact",
  first_subscription: "fact",
  first_call: "fact",
} as const;

export type OnboardingStep = keyof typeof onboardingSteps;
export const stepNames = Object.keys(onboardingSteps) as [OnboardingStep, ...OnboardingStep[]]; // the keys of a constant object are its type's keys

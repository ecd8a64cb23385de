/** The way of a partner from a name to a customer, in order. A fact proves itself; the others somebody has to say. */
export const onboardingSteps = {
  company: "fact",
  contact_verified: "operator",
  agreement: "operator",
  first_key: "fact",
  first_subscription: "fact",
  first_call: "fact",
} as const;

export type OnboardingStep = keyof typeof onboardingSteps;
export const stepNames = Object.keys(onboardingSteps) as [OnboardingStep, ...OnboardingStep[]]; // the keys of a constant object are its type's keys
export const statedSteps = stepNames.filter((step) => onboardingSteps[step] === "operator");

import type { Acceptance, Terms, TermsDetail } from "@wizdata/sdk";
import { timeText } from "../output/times.ts";
import { type Columns, record, type View } from "../output/view.ts";

export const termsColumns: Columns<Terms> = {
  version: ({ version }) => version,
  required_from: ({ required_from }) => timeText(required_from),
  accepted_at: ({ acceptance }) => timeText(acceptance?.accepted_at),
  url: ({ url }) => url,
  sha256: ({ sha256 }) => sha256,
};

export const acceptanceColumns: Columns<Acceptance> = {
  version: ({ version }) => version,
  partner_id: ({ partner_id }) => partner_id,
  accepted_by: ({ accepted_by }) => accepted_by,
  accepted_at: ({ accepted_at }) => timeText(accepted_at),
  key_id: ({ key_id }) => key_id,
  note: ({ note }) => note,
};

export function termsView({ acceptance, text, url, ...terms }: TermsDetail, notes: readonly string[] = []): View {
  return record(
    {
      dataset: terms.dataset,
      version: terms.version,
      required_from: timeText(terms.required_from),
      sha256: terms.sha256,
      accepted_at: timeText(acceptance?.accepted_at),
      accepted_by: acceptance ? `${acceptance.accepted_by} (${acceptance.key_id})` : undefined,
      url: url ?? undefined,
      text: text ?? undefined,
    },
    notes,
  );
}

export const acceptanceView = (acceptance: Acceptance): View =>
  record({ ...acceptance, accepted_at: timeText(acceptance.accepted_at) }, [
    `Accepted: version ${acceptance.version} of the terms of ${acceptance.dataset}.`,
  ]);

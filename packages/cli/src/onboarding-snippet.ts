type Access = { baseUrl: string; company: string; datasets: readonly string[] };

/** What to send to a new partner. The key itself is not in it: it goes another way than the instructions. */
export function snippetFor({ baseUrl, company, datasets }: Access): string {
  const slug = datasets[0] ?? "DATASET";
  return `Welcome, ${company}. Your API key comes to you separately; keep it out of code and logs.

  export WIZDATA_BASE_URL=${baseUrl}
  export WIZDATA_API_KEY=…            # the key you were sent

Your datasets: ${datasets.length > 0 ? datasets.join(", ") : "none yet"}

With the command (npm install --global @wizdata/cli):

  wizdata datasets show ${slug}
  wizdata data query ${slug} --limit 5
  wizdata usage limits

With the SDK (npm install @wizdata/sdk):

  import { WizData } from "@wizdata/sdk";
  const wizdata = new WizData();
  for await (const row of wizdata.data.rows("${slug}")) console.log(row);

With anything that speaks HTTP:

  curl -H "Authorization: Bearer $WIZDATA_API_KEY" "$WIZDATA_BASE_URL/api/v1/data/${slug}?limit=5"

Reference: ${baseUrl}/docs
`;
}

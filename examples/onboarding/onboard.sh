#!/usr/bin/env bash
# Brings the partners of a JSON file onto the platform: whoever is there already stays as they are. Prints one JSON object a partner.
set -euo pipefail
shopt -s inherit_errexit # else what fails within $(…) would be passed over

partners=${1:?usage: onboard.sh PARTNERS.json FOLDER_FOR_SECRETS}
secrets=${2:?usage: onboard.sh PARTNERS.json FOLDER_FOR_SECRETS}
read -ra wizdata <<<"${WIZDATA:-wizdata}"

api() { "${wizdata[@]}" "$@" --json </dev/null; }

partner_of() { # the partner's id, made if there is none yet
  local wanted=$1 email found
  email=$(jq -r .email <<<"$wanted")
  found=$(api partners list --all | jq -r --arg email "$email" '.data[] | select(.email == $email) | .id')
  [[ -n $found ]] && echo "$found" && return
  api partners create --company "$(jq -r .company <<<"$wanted")" --email "$email" \
    --plan "$(jq -r .plan <<<"$wanted")" --country "$(jq -r .country <<<"$wanted")" | jq -r .id
}

subscribe() { # only to what the partner has no live subscription to
  local partner=$1 wanted=$2 live
  live=$(api subscriptions list --partner "$partner" --all |
    jq '[.data[] | select(.status | IN("trialing", "active", "past_due")) | .dataset]')
  jq -c --argjson live "$live" '.subscriptions[] | select(.dataset | IN($live[]) | not)' <<<"$wanted" |
    while read -r line; do
      api datasets subscribe "$(jq -r .dataset <<<"$line")" --partner "$partner" --tier "$(jq -r .tier <<<"$line")" |
        jq -r .dataset
    done
}

key_of() { # a secret is shown once, so it goes straight into a file that only its owner may read
  local partner=$1 email=$2 file
  file=$secrets/$email.key
  [[ -s $file ]] && echo kept && return
  (umask 077 && api keys create "$partner" --name onboarding | jq -r .secret >"$file.new" && mv "$file.new" "$file")
  echo made
}

mkdir -p -m 700 "$secrets"
jq -c '.[]' "$partners" | while read -r wanted; do
  id=$(partner_of "$wanted")
  subscribed=$(subscribe "$id" "$wanted" | jq -R . | jq -sc .)
  key=$(key_of "$id" "$(jq -r .email <<<"$wanted")")
  jq -nc --arg id "$id" --argjson wanted "$wanted" --argjson subscribed "$subscribed" --arg key "$key" \
    '{id: $id, company: $wanted.company, subscribed: $subscribed, key: $key}'
done

export interface paths {
    "/api/v1/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List checks
         * @description Newest first; the last 100 are kept.
         */
        get: operations["checks.list"];
        put?: never;
        /**
         * Check the platform
         * @description Holds everything that is stored against what must be true of it: counters, rollups and events agree, every part and file has its hash, nothing is left over. It changes nothing, and runs beside the work.
         */
        post: operations["checks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a check
         * @description With its findings when it has ended. `wait_seconds` holds the answer back until then.
         */
        get: operations["checks.retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Query rows
         * @description A page of the rows that meet all conditions. What an index answers (equality on key columns, a range of time, order by time or key) comes at once; all else is searched for, and given up after ten seconds. The cursor stays on its version. Each answer is metered, and names its usage event in `WizData-Receipt`; 304 and HEAD cost no quota. `Accept` or `format` chooses JSON, NDJSON or CSV, and `WizData-Next-Cursor` says in each of them where to go on; `Accept-Encoding` packs (zstd, br, gzip). `Link` has the whole address of the next page.
         */
        get: operations["data.query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data/{slug}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rows that changed between two versions
         * @description Rows that were added, changed or removed, each with what became of it in `_change`, after the counts in all and by partition. Files that both versions have are not read. The last page has a `sync_token` (in each format in `WizData-Sync-Token`): given as `since`, the next answer goes on from there. Rows of other columns are compared by those of the later version; where a type or the key changed nothing can be compared, and the answer is 409 with both schemas. Each page is metered as one call. `Accept` or `format` chooses JSON, NDJSON or CSV, and `WizData-Next-Cursor` says in each of them where to go on; `Accept-Encoding` packs (zstd, br, gzip).
         */
        get: operations["data.changes"];
        put?: never;
        /**
         * List changed rows by a body
         * @description The same as JSON, for conditions and tokens too long for a URL. It changes nothing, is metered as changes and needs no Idempotency-Key. `Accept` or `format` chooses JSON, NDJSON or CSV, and `WizData-Next-Cursor` says in each of them where to go on; `Accept-Encoding` packs (zstd, br, gzip).
         */
        post: operations["data.changesBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data/{slug}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Query rows by a body
         * @description The same query as JSON, for conditions too long for a URL. It changes nothing, is metered as a query and needs no Idempotency-Key. `Accept` or `format` chooses JSON, NDJSON or CSV, and `WizData-Next-Cursor` says in each of them where to go on; `Accept-Encoding` packs (zstd, br, gzip).
         */
        post: operations["data.queryBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data/{slug}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a sample
         * @description The first 20 rows of the current version, for any key and without a subscription. It is not usage and costs no quota. `Accept` or `format` chooses JSON, NDJSON or CSV; `Accept-Encoding` packs (zstd, br, gzip).
         */
        get: operations["data.sample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List datasets
         * @description By slug, or, with `q`, those that match it, best first. Partners see published and deprecated datasets, and the retired ones they have had.
         */
        get: operations["datasets.list"];
        put?: never;
        /**
         * Register a dataset
         * @description It is a draft, which partners do not see, until its first version is published. It starts with the four usual licenses.
         */
        post: operations["datasets.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a dataset
         * @description With the licence and the attribution of its source. A draft is there for operators only.
         */
        get: operations["datasets.retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a dataset
         * @description Fields that are not given stay as they are. A new definition holds from the next version on, and each version keeps its own. A new price is for new subscriptions.
         */
        patch: operations["datasets.update"];
        trace?: never;
    };
    "/api/v1/datasets/{slug}/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who has accepted the terms of a dataset
         * @description Oldest first. A partner's key sees its own.
         */
        get: operations["terms.acceptances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/deprecate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deprecate a dataset
         * @description Announces its end. It is served as ever, and each answer about it carries `Deprecation`, `Sunset`, a link to the successor and `WizData-Notice`. New subscriptions are refused. Deprecating again replaces date, successor and note.
         */
        post: operations["datasets.deprecate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/licenses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the licenses of a dataset
         * @description What each tier allows and costs.
         */
        get: operations["datasets.licenses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/licenses/{tier}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the license of a tier
         * @description Limits and features hold for its subscribers from the next request; the price is for new subscriptions.
         */
        put: operations["datasets.setLicense"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the quality of a dataset
         * @description Of the current version: each measure with its numerator, its denominator and a sentence that says what was counted. Timeliness is told anew with each answer.
         */
        get: operations["datasets.quality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/quality/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the quality of the versions of a dataset
         * @description Newest first: the scores of each version, timeliness as it was when the version became current, and its drift against the published version before in rows, empty cells and range of time.
         */
        get: operations["datasets.qualityHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a dataset
         * @description A deprecated or retired dataset is published again, with all its versions and subscriptions.
         */
        post: operations["datasets.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire a dataset
         * @description From the next request on its rows and new exports are 410 `dataset_retired`. Exports that are ready stay, and so do subscriptions, which give nothing until the dataset is restored or they are canceled. Before the announced end it takes `early`.
         */
        post: operations["datasets.retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the schema of a dataset
         * @description Columns with types, units and checks, key, time and rules of the current version.
         */
        get: operations["datasets.schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/snippets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read ready code for a dataset
         * @description Its endpoints, and code for curl, the SDK and the CLI that queries and exports rows which are there: the example's values are those of the newest rows. The key is never in it.
         */
        get: operations["datasets.snippets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/subscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Subscribe a partner to a dataset
         * @description The right begins with the partner's next request, and the price of this moment is recorded. A partner has at most one live subscription to a dataset. A partner's own key may do this where its operator lets it.
         */
        post: operations["datasets.subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the terms of a dataset
         * @description All versions without their texts, newest first, each with the asking partner's acceptance. Without terms it is empty.
         */
        get: operations["terms.list"];
        put?: never;
        /**
         * Set the terms of a dataset
         * @description A new version, which never changes. Whoever subscribes from now on accepts it first; who has the dataset already needs it from `required_from` on.
         */
        post: operations["terms.set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/terms/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a version of the terms
         * @description With its text, or where that is.
         */
        get: operations["terms.retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/terms/{version}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a version of the terms
         * @description For the company of the key; an operator accepts for `partner_id` and says in `note` how it knows. What is recorded stays: version and hash of the text, who, when, and the request. Accepting again answers with the first acceptance. A version stands for those before it.
         */
        post: operations["terms.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of a dataset
         * @description Newest first.
         */
        get: operations["datasets.versions"];
        put?: never;
        /**
         * Publish a version
         * @description The body is the file: CSV with a header, NDJSON with one object a line, or Parquet, with the definition's columns in any order; plain, or packed with gzip or zstd. It is refused whole, with its first faults, or it becomes the current version. By `mode` it is the whole version or changes to the current one, whose parts without a change the new version shares. The same rows as the current version make no new one, in whatever form they come, and then a note is not taken over. A file that came in parts is published by its id, as JSON.
         */
        post: operations["datasets.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a version
         * @description With the report of its publishing.
         */
        get: operations["datasets.version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the note of a version
         * @description All else of a version never changes.
         */
        patch: operations["datasets.updateVersion"];
        trace?: never;
    };
    "/api/v1/datasets/{slug}/versions/{number}/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the quality of a version
         * @description As it is for the current version, so that versions can be compared.
         */
        get: operations["datasets.versionQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/versions/{number}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a held version
         * @description Discards it: partners never see that it was there, and parts that no other version has are deleted.
         */
        post: operations["datasets.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/versions/{number}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a held version
         * @description Makes a version current that was held because it is below a floor of the dataset, as long as the version it was made from still is the current one. `as_of` finds it from then on.
         */
        post: operations["datasets.release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/versions/{number}/retract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retract a version
         * @description Withdraws it for good. From the next request on whatever reads it is 410 `version_retracted` with the reason: pages, cursors, `as_of` where it was the current one then, new exports, changes, and the files and links of exports that are ready; exports under way fail and cost nothing. The current version is withdrawn together with a roll back only, in one step.
         */
        post: operations["datasets.retract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/versions/{number}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Roll back to a version
         * @description Makes an earlier version current again, as a new version of the same parts: nothing is copied, and the versions between stay. Where the current version has the same rows and columns, it stays the current one.
         */
        post: operations["datasets.rollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{slug}/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what the operations of a dataset take from the limits
         * @description From the next request on, a call takes so many units of every limit of a day or month: of its license, its plan and its key. What was used, and what an export reserved, stays. Limits of minutes count calls, and prices know no weights.
         */
        put: operations["datasets.setWeights"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/estimates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Estimate a query or an export
         * @description The rows, bytes and files that it would come to, before it is ordered. It takes one call of the minute and no quota, and nothing is stored.
         */
        post: operations["estimates.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exports
         * @description Oldest first. A partner's key sees its own company's exports only.
         */
        get: operations["exports.list"];
        put?: never;
        /**
         * Order an export
         * @description Queues a job that writes the rows of a query, all of them, into files. Its units are reserved now and used when it is ready; a job that fails or is canceled costs nothing. Downloads are free.
         */
        post: operations["exports.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an export
         * @description With its progress. `wait_seconds` holds the answer back until the status changes, so that waiting needs no polling.
         */
        get: operations["exports.retrieve"];
        put?: never;
        post?: never;
        /**
         * Delete an export's files
         * @description Before its time is over, which makes room for others. It is expired from then on, and its links lead nowhere. What it cost stays.
         */
        delete: operations["exports.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an export
         * @description While it is queued or running. What it reserved is given back.
         */
        post: operations["exports.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/files/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file of an export
         * @description The same bytes as long as the export lives, as often as wanted, at no cost. `ETag` and `Repr-Digest` carry the SHA-256 of the whole. One `Range` of bytes gives a part; several give the whole. With `If-Range: <the ETag>` a part comes only of the same file, else the whole.
         */
        get: operations["exports.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make links to an export's files
         * @description An address for each file that works without a key, for tools which have none, until it expires. It stops at once when the key that made it is revoked or ends, its partner is suspended, or the export expires; an allowlist of that key holds for it too. GET and HEAD work as on `exports.file`, ranges included, at no cost.
         */
        post: operations["exports.links"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an export's manifest
         * @description The files with their sizes and hashes, what is in them and where it comes from, signed with Ed25519. The text that was signed is in it as it is, so that it can be checked, and kept, without writing it anew.
         */
        get: operations["exports.manifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep an export's files for longer
         * @description Until 30 days from now, while its version exists, at no cost: the same bytes under the same names.
         */
        post: operations["exports.renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/failed-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See where wrong keys come from
         * @description The hundred sources of most refused keys in the last minute: unknown, ended, or used from outside their allowlist. A source over the limit waits; keys that are in use are not touched by it. Each instance counts for itself.
         */
        get: operations["keys.failures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a key
         * @description Never its secret. While a rotation's overlap lasts, `predecessor` tells when and from where the old key was last used.
         */
        get: operations["keys.retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a key
         * @description Its name, scopes, allowlist and caps belong to the lineage: a key and its replacement share them, from the next request on. A key gives another no more than it has itself, and does not lock itself out unless `force` is given.
         */
        patch: operations["keys.update"];
        trace?: never;
    };
    "/api/v1/keys/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a rotation's overlap now
         * @description Takes the id of the old key or of its replacement; the old one is refused from the next request.
         */
        post: operations["keys.retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a key
         * @description It is refused from the next request, for good. Revoking the newest key of a lineage ends its predecessor too.
         */
        post: operations["keys.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a key
         * @description Gives the lineage a new secret. The old one works until the overlap ends, never beyond its own expiry. Counters, caps, allowlist and scopes do not change.
         */
        post: operations["keys.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the key that signs the ledger
         * @description Another key signs from now on. What older ones signed stays proven: all public keys are told for ever, at `/.well-known/wizdata-keys.json`.
         */
        post: operations["ledger.rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I?
         * @description The key that asks, what it may do, and whose it is. Every valid key may ask.
         */
        get: operations["me.retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List operator keys
         * @description Oldest first.
         */
        get: operations["operatorKeys.list"];
        put?: never;
        /**
         * Create an operator key
         * @description With the scopes given, at most those of the key that creates it.
         */
        post: operations["operatorKeys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List partners
         * @description Oldest first. A partner's key sees its own company only.
         */
        get: operations["partners.list"];
        put?: never;
        /**
         * Onboard a partner company
         * @description The partner is active at once. Its e-mail address is unique on the platform.
         */
        post: operations["partners.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a partner
         * @description A partner's key may read its own company.
         */
        get: operations["partners.retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a partner
         * @description Fields that are not given stay as they are. Limits of a new plan apply from the next request; a new time zone from the next month, shown as `time_zone_next` until then, or at once for a partner that never had a subscription.
         */
        patch: operations["partners.update"];
        trace?: never;
    };
    "/api/v1/partners/{id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a partner's keys
         * @description Oldest first, those that no longer work too, unless filtered by status.
         */
        get: operations["keys.list"];
        put?: never;
        /**
         * Create a key for a partner
         * @description The secret is in this answer and nowhere else. A partner's own key may create keys with its own scopes or fewer, within its own caps and allowlist, which are the default, and of no longer life.
         */
        post: operations["keys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{id}/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how far a partner is
         * @description From the company to its first call, each step with its time. Facts are read from what happened; the others an operator has stated. A partner's key sees its own.
         */
        get: operations["partners.onboarding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{id}/onboarding/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State that a step is done
         * @description With a note that says how one knows. Only for steps that no fact proves.
         */
        post: operations["partners.completeStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{id}/onboarding/{step}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back that a step is done
         * @description For what was stated by mistake or no longer holds. The audit trail keeps both.
         */
        post: operations["partners.reopenStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate a suspended partner
         * @description Its keys and subscriptions work again as they did before.
         */
        post: operations["partners.reactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a partner
         * @description Every key of the partner is refused from the next request. Nothing is deleted.
         */
        post: operations["partners.suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sql": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run one SELECT
         * @description One SELECT, in DuckDB's SQL, over datasets you subscribe to under a tier with custom queries. Each is a table of its slug, "nse-kenya" or nse_kenya, with what your license shows of it. The result comes whole or not at all. It changes nothing and needs no Idempotency-Key. Each dataset it names is charged as one call, by the bytes scanned of it, and has a receipt of its own. `Accept` or `format` chooses JSON, NDJSON or CSV; `Accept-Encoding` packs (zstd, br, gzip).
         */
        post: operations["sql.run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List subscriptions
         * @description Oldest first. A partner's key sees its own.
         */
        get: operations["subscriptions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a subscription
         * @description With its recorded price and the period under way.
         */
        get: operations["subscriptions.retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a subscription
         * @description It ends now, so that the partner's next request to the dataset is refused, or to the second when the period under way ends; until then it is live, and its end can be withdrawn. A change that is pending is withdrawn with it.
         */
        post: operations["subscriptions.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a subscription's tier or billing
         * @description A higher tier begins at once; anything else when the period under way ends, and is shown as `pending_change` until then. The price of this moment is recorded. What was used stays used, and what is used from the change on is charged at the new prices. Another change takes the place of a pending one.
         */
        post: operations["subscriptions.change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Override limits of a subscription
         * @description They hold in place of the tier's from the next request on until `until`, higher or lower, whatever the tier becomes meanwhile, and take the place of an override that is there. What was used stays used. The partner sees them, with the reason, in its limits.
         */
        put: operations["subscriptions.overrideLimits"];
        post?: never;
        /**
         * Restore the limits of a subscription's tier
         * @description They hold again from the next request on. Where nothing is overridden, nothing changes.
         */
        delete: operations["subscriptions.restoreLimits"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a pending change or end
         * @description The subscription goes on as it is, as if nothing had been ordered for the end of the period.
         */
        post: operations["subscriptions.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List uploads
         * @description Oldest first, without those that have expired.
         */
        get: operations["uploads.list"];
        put?: never;
        /**
         * Begin an upload in parts
         * @description Its parts are sent one by one, in any order and several at a time, so that a connection that is cut costs one part. Then it is published by its id with `POST /datasets/{slug}/versions`. One that gets no part for a day is removed.
         */
        post: operations["uploads.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an upload
         * @description With the parts that were received, so that whoever was cut off knows which to send.
         */
        get: operations["uploads.retrieve"];
        put?: never;
        post?: never;
        /**
         * Abort an upload
         * @description What was received of it is removed.
         */
        delete: operations["uploads.abort"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}/parts/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send a part of an upload
         * @description The body is the part's bytes, and the header `Content-Digest: sha-256=:<base64>:` (RFC 9530) their SHA-256. The answer comes once they are on the disk. The same part again changes nothing, another one takes its place.
         */
        put: operations["uploads.sendPart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report usage
         * @description Every answer is in it as soon as it is given. Days are those of the partner's time zone. As CSV with `Accept: text/csv` or `?format=csv`: the same figures, without totals.
         */
        get: operations["usage.report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List usage events
         * @description Oldest first, each with what it cost; reversals are events of their own, with negative figures and `corrects`. An operator may name a partner, or see everybody's. An answer is listed by when it was begun, so events of the last seconds may still come before those that a page ended with.
         */
        get: operations["usage.events"];
        put?: never;
        /**
         * Report usage that was measured elsewhere
         * @description All of it is stored in one commit, or nothing. By partner, source and id each is counted once, for ever: the same content again changes nothing, other content is refused. It counts in limits but is refused by none, since it has been used.
         */
        post: operations["usage.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a usage event
         * @description By the id that a metered answer carries as `WizData-Receipt`.
         */
        get: operations["usage.event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/events/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a usage event back
         * @description By a new event that is its negative, in the same day and billing period; nothing is edited. Its units go back to the limits they were taken from. An event of a month that is in an archive is taken back in the same way.
         */
        post: operations["usage.reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the signed ledger of a day
         * @description A partner's usage events of a UTC day, each with what proves that it is in what the platform signed when the day was over: without trust, without any other event, and without a word about other partners. The command `usage verify` checks it offline.
         */
        get: operations["usage.ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the limits as they stand
         * @description What is used, reserved and left of each limit, and when it resets. Minutes are those of the process that answers.
         */
        get: operations["usage.limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare receipts
         * @description Holds lines of an access log against the usage events: each has one, with the same partner, key, rows and bytes. With `between` it also names the answers in between that have no line. It changes nothing.
         */
        post: operations["usage.receipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reconcile usage
         * @description Holds usage events, rollups, months, counters and ledger against each other, per key and day, to the unit, as they stood at one moment: what is being written meanwhile is in none of them. It reads every event, in small steps beside the work, so it takes its time: one runs after the other.
         */
        get: operations["usage.reconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain a metered request
         * @description By its `Request-Id` or its receipt: who asked for what, which limits were seen at that moment, why it was let through, what it cost and how that is computed, and what proves it in the ledger.
         */
        get: operations["usage.explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report the usage of all partners
         * @description By whole months, each partner's in its own time zone. It takes as long after a billion answers as after a thousand.
         */
        get: operations["usage.totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description That a partner has accepted a version of a dataset's terms: who, when, and what. */
        Acceptance: {
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            accepted_at: string;
            /**
             * @description By a key of the partner, or for it.
             * @enum {string}
             */
            accepted_by: "partner" | "operator";
            /** @example nse-kenya */
            dataset: string;
            /** @example acc_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            id: string;
            /** @example key_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            key_id: string;
            /** @example lin_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            lineage_id: string;
            note: string | null;
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            partner_id: string;
            request_id: string;
            /** @description Of the text that was accepted. */
            sha256: string;
            /**
             * @description Of the terms.
             * @example 2
             */
            version: number;
        };
        AcceptancePage: {
            data: components["schemas"]["Acceptance"][];
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
        };
        BelowFloor: {
            floor: number;
            /** @enum {string} */
            measure: "overall" | "completeness" | "validity" | "uniqueness" | "timeliness";
            score: number;
        };
        /**
         * @description `annual` costs ten months; `payg` has no recurring part and a price per call and per 1 000 rows.
         * @enum {string}
         */
        Billing: "monthly" | "annual" | "payg";
        /**
         * @description How often a new period of the data comes.
         * @enum {string}
         */
        Cadence: "tick" | "minute" | "hourly" | "daily" | "weekly" | "monthly" | "quarterly" | "annual" | "irregular";
        Cancellation: {
            when?: components["schemas"]["When"] & unknown;
        };
        /** @description Limits of this key alone, below those of license and plan. A rotation keeps them and what was counted. */
        Caps: {
            per_day: number | null;
            per_minute: number | null;
            per_month: number | null;
        };
        /**
         * @description A row with what became of it in `_change`: `added`, `changed`, `removed`, `expired`. Of a changed row the values are the new ones; of a removed row those it had; of an expired row the key and the time, all else is null.
         * @example {
         *       "_change": "added",
         *       "date": "2024-12-31",
         *       "code": "SCOM",
         *       "day_price": 17.05,
         *       "volume": 6164000
         *     }
         */
        ChangedRow: {
            [key: string]: string | number | boolean | null;
        };
        ChangesPage: {
            data: components["schemas"]["ChangedRow"][];
            /** @example nse-kenya */
            dataset: string;
            has_more: boolean;
            /**
             * @description The columns that identify a row.
             * @example [
             *       "code",
             *       "date"
             *     ]
             */
            key: string[];
            next_cursor: string | null;
            /**
             * @description How the version divides its rows by time.
             * @enum {string}
             */
            partition: "year" | "month" | "day" | "none";
            /**
             * @description The version that the changes begin from; 0 is none, of no rows.
             * @example 3
             */
            since: number;
            /** @description On the first page; null on those after it. */
            summary: components["schemas"]["ChangesSummary"] | null;
            sync_token: string | null;
            time: string | null;
            /**
             * @description The version that they lead to; a cursor stays on both.
             * @example 7
             */
            version: number;
        };
        ChangesQuery: components["schemas"]["RowQuery"] & {
            /**
             * @description Where the changes begin: the number of a version, a moment (the version that was current then), or the `sync_token` of an earlier answer, which also knows what the license showed then. 0 is no version at all: every row of the later one is added.
             * @example 3
             */
            since: number | string;
        };
        /** @description How many rows changed in all and in each partition that has changes, whatever the query leaves of them. */
        ChangesSummary: {
            /**
             * @description Rows whose key the earlier version did not have.
             * @example 79
             */
            added: number;
            /**
             * @description Rows with the same key and other values.
             * @example 3
             */
            changed: number;
            /**
             * @description Rows that a license no longer shows, though they were not removed.
             * @example 0
             */
            expired: number;
            partitions: {
                /**
                 * @description Rows whose key the earlier version did not have.
                 * @example 79
                 */
                added: number;
                /**
                 * @description Rows with the same key and other values.
                 * @example 3
                 */
                changed: number;
                /**
                 * @description Rows that a license no longer shows, though they were not removed.
                 * @example 0
                 */
                expired: number;
                /**
                 * @description A year, month or day of the time, or `all`.
                 * @example 2024
                 */
                partition: string;
                /**
                 * @description Rows whose key the later version does not have.
                 * @example 0
                 */
                removed: number;
            }[];
            /** @description Files of the two versions. */
            parts: {
                /** @description Only one of the versions has them. */
                compared: number;
                /** @description Both versions have them, so that nothing was read of them. */
                shared: number;
            };
            /**
             * @description Rows whose key the later version does not have.
             * @example 0
             */
            removed: number;
        };
        Check: {
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            ended_at: string | null;
            findings_count: number;
            /** @example chk_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            id: string;
            invariants: components["schemas"]["CheckedInvariant"][];
            quick: boolean;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            started_at: string;
            /**
             * @description `failed`: there are findings. `broken`: it was cut off, and says nothing.
             * @enum {string}
             */
            status: "running" | "passed" | "failed" | "broken";
        };
        CheckedInvariant: {
            duration_ms: number;
            /** @description The first 20 of them. */
            findings: {
                problem: string;
                subject: string;
            }[];
            /** @description At most 10 000 are counted. */
            findings_count: number;
            /** @example event_rollups */
            name: string;
            /** @description What holds, or should. */
            promise: string;
            /** @description What to do about it. */
            repair: string | null;
            /**
             * @description `unknown`: it could not be looked at.
             * @enum {string}
             */
            status: "passed" | "failed" | "unknown";
        };
        CheckPage: {
            data: components["schemas"]["Check"][];
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
        };
        Column: {
            description?: string;
            /** @description Largest value allowed (numbers only). */
            maximum?: number;
            /** @description Smallest value allowed (numbers only). */
            minimum?: number;
            /** @example day_price */
            name: string;
            /** @default true */
            nullable?: boolean;
            /** @description An RE2 expression the whole value matches (strings only). */
            pattern?: string;
            /**
             * @description string, integer, number, boolean, date, timestamp or decimal(p,s)
             * @example number
             */
            type: string;
            /**
             * @description What one of it is, for people.
             * @example KES
             */
            unit?: string;
            /** @description The only values allowed (strings only). */
            values?: string[];
        };
        DataPage: {
            data: components["schemas"]["Row"][];
            /** @example nse-kenya */
            dataset: string;
            has_more: boolean;
            next_cursor: string | null;
            /** @description The version the rows are from; a cursor stays on it. */
            version: number;
        };
        DataSample: {
            data: components["schemas"]["Row"][];
            /** @example nse-kenya */
            dataset: string;
            /** @description The current version. */
            version: number;
        };
        Dataset: {
            cadence: components["schemas"]["Cadence"];
            /** @example market */
            category: string;
            contract: components["schemas"]["SchemaContract"];
            /**
             * @description ISO 3166-1 alpha-3.
             * @example [
             *       "KEN"
             *     ]
             */
            countries: string[];
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            created_at: string;
            current_version: number | null;
            /** @description null while no end is announced. */
            deprecation: components["schemas"]["DatasetDeprecation"] | null;
            description: string;
            floors: components["schemas"]["QualityFloors"] | null;
            price: components["schemas"]["Money"] & unknown;
            price_per_1000_rows: components["schemas"]["Money"] & unknown;
            price_per_call: components["schemas"]["Money"] & unknown;
            /**
             * @description Tickers, indicators or pairs in it.
             * @example [
             *       "SCOM"
             *     ]
             */
            series: string[];
            /** @example nse-kenya */
            slug: string;
            source: components["schemas"]["DatasetSource"];
            state: components["schemas"]["DatasetState"];
            /** @example Nairobi Securities Exchange, daily prices */
            title: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            updated_at: string;
            /** @description How many of the newest versions are kept; null sets no such bound. A version goes when it is beyond each bound that is set, and the current one never does. */
            versions_kept: number | null;
            /** @description For how many days a version is kept after another one took its place; null sets no such bound. A version goes when it is beyond each bound that is set, and the current one never does. */
            versions_kept_days: number | null;
            weights: components["schemas"]["Weights"];
        };
        DatasetChanges: {
            cadence?: components["schemas"]["Cadence"];
            /** @example market */
            category?: string;
            contract?: components["schemas"]["SchemaContract"];
            /**
             * @example [
             *       "KEN"
             *     ]
             */
            countries?: string[];
            definition?: components["schemas"]["Definition"];
            description?: string;
            floors?: components["schemas"]["QualityFloors"] | null;
            price?: {
                amount: number;
                /**
                 * @description ISO 4217.
                 * @example ZAR
                 */
                currency?: string;
            };
            /**
             * @description Minor units of the price's currency.
             * @example 200
             */
            price_per_1000_rows?: number;
            /**
             * @description Minor units of the price's currency.
             * @example 50
             */
            price_per_call?: number;
            /**
             * @example [
             *       "SCOM",
             *       "KCB"
             *     ]
             */
            series?: string[];
            source?: components["schemas"]["DatasetSource"];
            /** @example Nairobi Securities Exchange, daily prices */
            title?: string;
            /** @description How many of the newest versions are kept; null sets no such bound. A version goes when it is beyond each bound that is set, and the current one never does. */
            versions_kept?: number | null;
            /** @description For how many days a version is kept after another one took its place; null sets no such bound. A version goes when it is beyond each bound that is set, and the current one never does. */
            versions_kept_days?: number | null;
        };
        /** @description What is announced of a dataset's end. */
        DatasetDeprecation: {
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            deprecated_at: string;
            note: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            retired_at: string | null;
            /** @example nse-kenya-2 */
            successor: string | null;
            /**
             * Format: date-time
             * @description The announced end, not before which it is retired.
             * @example 2026-11-21T08:30:00.000Z
             */
            sunset_at: string | null;
        };
        DatasetEndpoint: {
            /** @enum {string} */
            method: "GET" | "POST";
            /** @example Query rows */
            summary: string;
            /** @example https://data.vendor.example/api/v1/data/nse-kenya */
            url: string;
        };
        DatasetPage: {
            data: components["schemas"]["Dataset"][];
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
        };
        DatasetSchema: {
            /** @example nse-kenya */
            dataset: string;
            definition: components["schemas"]["Definition"];
            /** @description What the next version will look like where that differs. For operators only; null else. */
            next_definition: components["schemas"]["Definition"] | null;
            /** @description The version that looks so; null while none is published. */
            version: number | null;
        };
        DatasetSnippets: {
            /** @example nse-kenya */
            dataset: string;
            endpoints: components["schemas"]["DatasetEndpoint"][];
            snippets: components["schemas"]["Snippet"][];
            /** @description The version that the example's values are from. */
            version: number;
        };
        /** @description Where the data comes from and on what terms. */
        DatasetSource: {
            /** @description What whoever shows the data has to say. */
            attribution: string;
            /** @example CC BY 4.0 */
            licence: string;
            /** @example Gapminder, World Bank */
            name: string;
            /** Format: uri */
            url?: string;
        };
        /**
         * @description `draft` until the first version: partners do not see it. `deprecated`: served as ever, with an announced end and no new subscriptions. `retired`: no rows and no new exports; its entry stays for partners that had it.
         * @enum {string}
         */
        DatasetState: "draft" | "published" | "deprecated" | "retired";
        Definition: {
            columns: components["schemas"]["Column"][];
            /**
             * @description `types` refuses values of a wrong type or null where none may be; `checks` also refuses values outside minimum, maximum, values, pattern and relations.
             * @default types
             * @enum {string}
             */
            enforce?: "types" | "checks";
            /**
             * @description The columns that identify a row in a version. Empty: rows have no identity.
             * @default []
             * @example [
             *       "code",
             *       "date"
             *     ]
             */
            key?: string[];
            /**
             * @default none
             * @enum {string}
             */
            partition?: "year" | "month" | "day" | "none";
            /**
             * @description Comparisons between columns that the quality score counts and `enforce` refuses.
             * @default []
             */
            relations?: components["schemas"]["Relation"][];
            /**
             * @default refuse
             * @enum {string}
             */
            repeated_key?: "refuse" | "keep_first" | "keep_last";
            /**
             * @description The zone of timestamps that state none.
             * @example Africa/Nairobi
             */
            source_time_zone?: string;
            /**
             * @description The date, timestamp or integer year column, never null, that orders the rows.
             * @default null
             * @example date
             */
            time?: string | null;
        };
        Estimate: {
            bytes: components["schemas"]["Figure"];
            /** @example nse-kenya */
            dataset: string;
            /** @description null of a query. */
            files: components["schemas"]["Figure"] | null;
            format: components["schemas"]["ExportFormat"] & (string | null);
            query: components["schemas"]["ExportedQuery"];
            /** @description Exactly: they were counted. */
            rows: number;
            /** @description Name it in the order, and the figures are of the very same rows. */
            version: number;
        };
        ExplainedEvent: {
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            at: string;
            /** @description Null of what is older than the ledger. Without a hash it is missing from it. */
            block: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:30:00.000Z
                 */
                at: string | null;
                chain: string;
                hash: string | null;
                seq: number;
            } | null;
            bytes: number;
            cost: {
                amount: components["schemas"]["Money"];
                amount_millis: number;
                /** @example 50 a call + 3 rows × 200 / 1000 = 50.6 minor units */
                computed: string;
                price_per_1000_rows: components["schemas"]["Money"] | null;
                price_per_call: components["schemas"]["Money"] | null;
            };
            decision: {
                /** @description Why it was let through, and what it took. */
                because: string;
                billing: string | null;
                /** @description The limits that an operator had put in place of the tier's. */
                override: {
                    per_day: number | null;
                    per_minute: number | null;
                    per_month: number | null;
                    reason: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-21T08:30:00.000Z
                     */
                    until: string;
                } | null;
                /** @description The first day of the billing period it belongs to. */
                period_start: string;
                price_version: number;
                /** @example sub_01jcz3q8v4k2m6n8p0r2t4w6x8 */
                subscription_id: string;
                /** @description What the partner had accepted of the dataset's terms. */
                terms: {
                    /**
                     * Format: date-time
                     * @example 2026-11-21T08:30:00.000Z
                     */
                    accepted_at: string;
                    version: number;
                } | null;
                /** @description At that moment, as the terms below. */
                tier: string | null;
            };
            /** @description SHA-256 of the event as the ledger has it. */
            leaf: string;
            /** @description As they stood with this answer. */
            limits: {
                /** @description Null where it was counted and not limited. */
                limit: number | null;
                /** @enum {string} */
                measure: "units" | "calls" | "amount_millis";
                /** @example license-day */
                name: string;
                /** @description The partner's day or month; null for minutes. */
                period: string | null;
                /** @description With this answer, and with what was reserved. */
                used: number;
            }[];
            /** @description Null until the day is signed. */
            proof: {
                /**
                 * @description In UTC.
                 * @example 2026-03-10
                 */
                day: string;
                /** @description The way from the event's leaf to the root of the partner's day. */
                event: {
                    index: number;
                    path: string[];
                };
                /** @description The proof of the partner's day in it; null where the partner has no events. */
                partner: {
                    /** @description How many events the partner has on this day. */
                    events: number;
                    index: number;
                    /** @description The hashes beside its way to the root, the lowest first. */
                    path: string[];
                    /** @description SHA-256 in lower-case hexadecimal. */
                    root: string;
                } | null;
                /** @description The day as it was signed, over all partners. */
                signed: {
                    events: number;
                    /** @description Of each chain: its id, the number of its last block of this day, its hash. */
                    heads: [
                        string,
                        number,
                        string
                    ][];
                    /**
                     * @description One of `/.well-known/wizdata-keys.json`.
                     * @example sig_0001
                     */
                    key_id: string;
                    /** @description How many partners have events on this day. */
                    partners: number;
                    /** @description SHA-256 in lower-case hexadecimal. */
                    root: string;
                    /** @description Ed25519 in base64url, by the key `key_id`. */
                    signature: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-21T08:30:00.000Z
                     */
                    signed_at: string;
                };
            } | null;
            /** @description When there will be a proof, or why there is none. */
            proof_note: string | null;
            /** @example use_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            receipt: string;
            request_id: string;
            /** @description What takes the event back, if it was taken back. */
            reversal: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:30:00.000Z
                 */
                at: string;
                outcome: string;
                reason: string;
                /** @example use_01jcz3q8v4k2m6n8p0r2t4w6x8 */
                receipt: string;
            } | null;
            rows: number;
            units: number;
            what: {
                /** @description As it was sent, as far as it is kept. */
                asked: string;
                dataset: string;
                operation: string;
                status: number;
                version: number;
            };
            who: {
                company: string;
                /** @example key_01jcz3q8v4k2m6n8p0r2t4w6x8 */
                key_id: string;
                key_name: string;
                /** @example lin_01jcz3q8v4k2m6n8p0r2t4w6x8 */
                lineage_id: string;
                /** @description `live`, or `test`, which is never billed. */
                mode: string;
                /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
                partner_id: string;
            };
        };
        Export: {
            /** @description Bytes of all files, once ready. */
            bytes: number | null;
            /**
             * @description Files of at most so many bytes before they are packed; of Parquet about so many.
             * @example 100000000
             */
            bytes_per_file: number | null;
            compression: components["schemas"]["FileCompression"];
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            created_at: string;
            /** @example nse-kenya */
            dataset: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            ended_at: string | null;
            /** @description Why it failed, in a sentence. */
            error: string | null;
            /**
             * Format: date-time
             * @description Until then its files can be downloaded, as often as wanted, at no cost.
             * @example 2026-11-21T08:30:00.000Z
             */
            expires_at: string | null;
            /** @description Ordered with a test key: the most rows of the version it was made of; never billed. */
            first_rows: number | null;
            format: components["schemas"]["ExportFormat"];
            /** @description Whether texts that a spreadsheet would run as formulas were defused. */
            formula_safe: boolean;
            /** @example exp_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            id: string;
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            partner_id: string;
            progress: {
                rows_done: number;
                /** @description At most so many before the end; then exactly. */
                rows_total: number;
            };
            query: components["schemas"]["ExportedQuery"];
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            ready_at: string | null;
            /**
             * @description The usage event that charged it, once ready.
             * @example use_01jcz3q8v4k2m6n8p0r2t4w6x8
             */
            receipt: string | null;
            /** @description Rows in all files, once ready. */
            rows: number | null;
            /**
             * @description Files of at most so many rows, in the order of the rows.
             * @example 1000000
             */
            rows_per_file: number | null;
            /** @description The column whose values decide which rows are in a file. */
            split_by: string | null;
            /** @enum {string|null} */
            split_period: "year" | "month" | "day" | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            started_at: string | null;
            status: components["schemas"]["ExportStatus"];
            /** @description Quota units: reserved while unfinished, used once ready, 0 when it failed or was canceled. */
            units: number;
            /** @example 7 */
            version: number;
        };
        ExportedQuery: {
            columns?: string[];
            filters?: {
                [key: string]: string | string[];
            };
            from?: string;
            /** @enum {string} */
            order: "time" | "-time" | "key" | "-key";
            to?: string;
        };
        /**
         * @description A value has the same text in each, which is that of the pages.
         * @enum {string}
         */
        ExportFormat: "csv" | "ndjson" | "parquet";
        ExportPage: {
            data: components["schemas"]["Export"][];
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
        };
        /**
         * @description `ready`, `failed` and `canceled` end the job; `ready` becomes `expired`.
         * @enum {string}
         */
        ExportStatus: "queued" | "running" | "ready" | "failed" | "canceled" | "expired";
        /** @enum {string} */
        Feature: "query" | "export" | "realtime" | "webhooks" | "custom_queries" | "white_label" | "redistribution";
        /** @description Of all files; of a query, of the rows as NDJSON. Exact for CSV and NDJSON that is not packed and for Parquet that is the parts themselves, unless measuring takes too long. */
        Figure: {
            /** @description It never comes to more; null where nothing but the work itself bounds it. */
            at_most: number | null;
            /** @description Whether the work comes to exactly this. */
            exact: boolean;
            value: number;
        };
        /** @enum {string} */
        FileCompression: "none" | "gzip" | "zstd";
        /** @enum {string} */
        FileFormat: "csv" | "ndjson" | "parquet";
        FileUpload: {
            /** @description Of the whole file, as it was promised. */
            bytes: number | null;
            bytes_received: number;
            compression: components["schemas"]["FileCompression"] | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            created_at: string;
            /** @example nse-kenya */
            dataset: string;
            /**
             * Format: date-time
             * @description When it is removed, unless a part comes before.
             * @example 2026-11-21T08:30:00.000Z
             */
            expires_at: string;
            format: components["schemas"]["FileFormat"] | null;
            /** @example upl_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            id: string;
            name: string | null;
            /** @description What a part may have. */
            part_bytes_max: number;
            parts_max: number;
            parts_received: number;
            /** @description Of the whole file, as it was promised. */
            sha256: string | null;
            status: components["schemas"]["UploadStatus"];
            /** @description The version it was published as. */
            version: number | null;
        };
        FileUploadDetail: components["schemas"]["FileUpload"] & {
            /** @description What was received, by number: what is not here has to be sent. */
            parts: components["schemas"]["UploadPart"][];
        };
        FileUploadPage: {
            data: components["schemas"]["FileUpload"][];
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
        };
        Key: {
            /**
             * @description Address ranges it may be used from; null for everywhere.
             * @example [
             *       "196.25.1.0/24"
             *     ]
             */
            allowlist: string[] | null;
            caps: components["schemas"]["Caps"];
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            expires_at: string | null;
            /**
             * @description The first and last four characters of its secret part.
             * @example 4fQz…9aZk
             */
            hint: string;
            /** @example key_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            id: string;
            last_used: components["schemas"]["LastUse"] | null;
            /**
             * @description The credential that survives rotation: scopes, caps, allowlist and usage belong to it.
             * @example lin_01jcz3q8v4k2m6n8p0r2t4w6x8
             */
            lineage_id: string;
            /** @enum {string} */
            mode: "live" | "test" | "admin";
            /** @example nightly pull */
            name: string;
            /**
             * @description null for an operator's key.
             * @example par_01jcz3q8v4k2m6n8p0r2t4w6x8
             */
            partner_id: string | null;
            /** @description The key this one replaces, while both work: when and from where it was last used tells whether anybody still needs it. */
            predecessor: {
                /** @example key_01jcz3q8v4k2m6n8p0r2t4w6x8 */
                id: string;
                last_used: components["schemas"]["LastUse"] | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:30:00.000Z
                 */
                retires_at: string;
            } | null;
            /** @example key_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            replaced_by: string | null;
            /**
             * Format: date-time
             * @description When the overlap of its rotation ends.
             * @example 2026-11-21T08:30:00.000Z
             */
            retires_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            revoked_at: string | null;
            scopes: components["schemas"]["Scope"][];
            status: components["schemas"]["KeyStatus"];
        };
        /**
         * @example {
         *       "allowlist": [
         *         "196.25.1.0/24"
         *       ]
         *     }
         */
        KeyChanges: {
            /**
             * @description Addresses and CIDR ranges, IPv4 and IPv6; null: from everywhere.
             * @example [
             *       "196.25.1.0/24"
             *     ]
             */
            allowlist?: string[] | null;
            /** @description A cap that is not given stays; null takes it away. */
            caps?: {
                per_day?: number | null;
                per_minute?: number | null;
                per_month?: number | null;
            };
            /**
             * @description Also when the key that asks could not be used from its own address afterwards.
             * @default false
             */
            force?: boolean;
            /** @example nightly pull */
            name?: string;
            /** @description Exactly these from now on. */
            scopes?: components["schemas"]["Scope"][];
        };
        KeyFailures: {
            data: {
                /** @description Wrong keys in the last minute. */
                failed: number;
                is_throttled: boolean;
                /**
                 * @description An IPv4 address or an IPv6 /64; `shared …` is what sources have in common beyond the first 20 000.
                 * @example 2001:db8:1:2::/64
                 */
                source: string;
            }[];
            /**
             * @description From there on a source waits.
             * @example 600
             */
            per_minute_max: number;
        };
        KeyPage: {
            data: components["schemas"]["Key"][];
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
        };
        /**
         * @description `retiring`: replaced by a rotation, and still works until `retires_at`.
         * @enum {string}
         */
        KeyStatus: "active" | "retiring" | "retired" | "expired" | "revoked";
        LastUse: {
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            at: string;
            /**
             * @description The address it was used from.
             * @example 196.25.1.9
             */
            from: string;
        };
        /** @description A usage event as the ledger holds it. The numbers of one that takes another back are negative. */
        LedgerEvent: {
            /** @description What it costs, in thousandths of a minor unit. */
            amount_millis: number;
            /** @description What was asked, as far as it is kept. */
            asked: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            at: string;
            bytes: number;
            /**
             * @description The event that this one takes back.
             * @example use_01jcz3q8v4k2m6n8p0r2t4w6x8
             */
            corrects: string | null;
            dataset: string;
            /** @example use_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            id: string;
            /** @example key_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            key_id: string;
            /** @description The day and month windows as they stood with this answer: `plan-day 4/10000`. */
            limits: string;
            /** @example lin_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            lineage_id: string;
            /** @description The partner's day it counts in. */
            local_date: string;
            /** @description The hour of that day. */
            local_hour: number;
            operation: string;
            /** @description `ok`; of what takes an event back, why: `interrupted` where its answer never left, `corrected`. */
            outcome: string;
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            partner_id: string;
            /** @description Why it takes it back. */
            reason: string | null;
            request_id: string;
            rows: number;
            /** @description The tier and price it was billed under. */
            segment: string;
            /** @description The HTTP status of the answer. */
            status: number;
            /** @example sub_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            subscription_id: string;
            /** @description What it took from the quotas. */
            units: number;
            version: number;
        };
        License: {
            /**
             * @description What it has beyond the tier before it, in words; nothing of the cheapest.
             * @example [
             *       "200 calls a minute instead of 60",
             *       "no delay"
             *     ]
             */
            adds: string[];
            annual_price: components["schemas"]["Money"] & unknown;
            features: components["schemas"]["Feature"][];
            monthly_price: components["schemas"]["Money"] & unknown;
            /** @example 10000 */
            per_day: number;
            /** @example 60 */
            per_minute: number;
            /** @example 100000 */
            per_month: number;
            policy: components["schemas"]["Policy"] | null;
            /** @example 0.5 */
            price_multiplier: number;
            sees: components["schemas"]["Sees"];
            tier: components["schemas"]["Tier"];
        };
        LicenseList: {
            /** @description All tiers, cheapest first. */
            data: components["schemas"]["License"][];
            /** @description The tier of the caller's own live subscription, if any. */
            subscribed: components["schemas"]["Tier"] | null;
        };
        LicenseTerms: {
            /**
             * @example [
             *       "query"
             *     ]
             */
            features: components["schemas"]["Feature"][];
            /** @example 10000 */
            per_day: number;
            /** @example 60 */
            per_minute: number;
            /** @example 100000 */
            per_month: number;
            /** @description What the tier sees of the dataset. null lifts every limit; without it what was set stays, so that who changes a price opens nothing. */
            policy?: components["schemas"]["NewPolicy"] | null;
            /**
             * @description Times the dataset's price, with up to three decimals. The free tier's is 0.
             * @example 0.5
             */
            price_multiplier: number;
        };
        Limit: {
            /** @description For the limits of a license. */
            dataset: string | null;
            /** @description Reserved by exports that are not ready yet. */
            held: number;
            limit: number;
            /**
             * @description For the limits of one key, which its rotations share.
             * @example lin_01jcz3q8v4k2m6n8p0r2t4w6x8
             */
            lineage_id: string | null;
            /** @example license-day */
            name: string;
            /** @description Why this limit is another than the tier's; null where it is not. */
            override: {
                /** @description As the operator gave it, for the partner to read. */
                reason: string;
                /**
                 * Format: date-time
                 * @description From then on the tier's limit holds.
                 * @example 2026-11-21T08:30:00.000Z
                 */
                until: string;
            } | null;
            remaining: number;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            resets_at: string;
            used: number;
            /** @description The true length of this very window. */
            window_seconds: number;
        };
        Limits: {
            /** @description Of the plan, of each live subscription, and of each key with limits of its own. The tightest one decides. */
            data: components["schemas"]["Limit"][];
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            partner_id: string;
            /** @description The monthly spending limit; null where there is none. */
            spending: {
                held: components["schemas"]["Money"];
                limit: components["schemas"]["Money"];
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:30:00.000Z
                 */
                resets_at: string;
                used: components["schemas"]["Money"];
            } | null;
        };
        LimitsOverride: {
            /**
             * @description null: the tier's.
             * @example 50000
             */
            per_day: number | null;
            /** @description null: the tier's. */
            per_minute: number | null;
            /** @description null: the tier's. */
            per_month: number | null;
            /**
             * @description The partner reads it too.
             * @example Backfill of 2025, agreed on 3 March
             */
            reason: string;
            /**
             * Format: date-time
             * @description From this instant on the limits of the tier hold.
             * @example 2026-11-21T08:30:00.000Z
             */
            until: string;
        };
        Links: {
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            expires_at: string;
            /** @example exp_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            export_id: string;
            /** @description In the order of the manifest. */
            files: {
                bytes: number;
                /** @example nse-kenya-v7.csv */
                name: string;
                /** @description Of the file's bytes, in hexadecimal digits. */
                sha256: string;
                /**
                 * Format: uri
                 * @description Opens the file without a key, whole or by ranges. Treat it as a secret.
                 * @example https://data.example.com/links/wz_link_…/nse-kenya-v7.csv
                 */
                url: string;
            }[];
        };
        Manifest: {
            /** @description Where the data comes from and what whoever shows it has to say; null of exports that were never signed. */
            attribution: components["schemas"]["DatasetSource"] | null;
            bytes: number;
            /**
             * @description Files of at most so many bytes before they are packed; of Parquet about so many.
             * @example 100000000
             */
            bytes_per_file: number | null;
            compression: components["schemas"]["FileCompression"];
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            created_at: string;
            /** @example nse-kenya */
            dataset: string;
            /** @example exp_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            export_id: string;
            /** @description In the order in which their rows follow each other. */
            files: {
                bytes: number;
                /** @example nse-kenya-v7.csv */
                name: string;
                rows: number;
                /** @description Of the file's bytes, in hexadecimal digits. */
                sha256: string;
                /** @description What its rows share, where the values of a column split them. */
                value?: string;
            }[];
            /** @description Ordered with a test key: the most rows of the version it was made of; never billed. */
            first_rows: number | null;
            format: components["schemas"]["ExportFormat"];
            /** @description Whether texts that a spreadsheet would run as formulas were defused. */
            formula_safe: boolean;
            /**
             * @description The key that signed, one of `/.well-known/wizdata-keys.json`.
             * @example sig_0001
             */
            key_id: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            made_at: string | null;
            query: components["schemas"]["ExportedQuery"];
            rows: number;
            /**
             * @description Files of at most so many rows, in the order of the rows.
             * @example 1000000
             */
            rows_per_file: number | null;
            /** @description The columns of the files, in their order; null of exports that were never signed. */
            schema: components["schemas"]["ManifestColumn"][] | null;
            /** @description Ed25519 over the UTF-8 bytes of `signed`, in base64url. */
            signature: string | null;
            /** @description The text that was signed: JSON with all of the members here but this and `signature`. Trust what it says, not what is beside it. Null of exports that were made before manifests were signed. */
            signed: string | null;
            /** @description The column whose values decide which rows are in a file. */
            split_by: string | null;
            /** @enum {string|null} */
            split_period: "year" | "month" | "day" | null;
            /** @example 7 */
            version: number;
        };
        ManifestColumn: {
            description?: string;
            /** @example day_price */
            name: string;
            nullable: boolean;
            /** @example number */
            type: string;
            unit?: string;
        };
        Me: {
            key: components["schemas"]["Key"];
            /** @enum {string} */
            kind: "operator" | "partner";
            partner: components["schemas"]["Partner"] | null;
        };
        Money: {
            /**
             * @description Minor units: 12500 of ZAR is R 125.00.
             * @example 12500
             */
            amount: number;
            /**
             * @description ISO 4217.
             * @example ZAR
             */
            currency: string;
        };
        NewAcceptance: {
            /**
             * @description How; operators must say it.
             * @example Signed on paper on 3 March 2026, file 118
             */
            note?: string;
            /** @description For operators: who has accepted. */
            partner_id?: string;
        };
        NewCheck: {
            /**
             * @description Compare files by their length only. Else each is read and hashed, which takes as long as reading all data.
             * @default false
             */
            quick?: boolean;
        };
        NewDataset: {
            cadence: components["schemas"]["Cadence"];
            /** @example market */
            category: string;
            contract?: components["schemas"]["SchemaContract"];
            /**
             * @default []
             * @example [
             *       "KEN"
             *     ]
             */
            countries?: string[];
            definition: components["schemas"]["Definition"];
            description: string;
            /** @default null */
            floors?: components["schemas"]["QualityFloors"] | null;
            price: {
                /** @example 250000 */
                amount: number;
                /**
                 * @description ISO 4217.
                 * @default ZAR
                 * @example ZAR
                 */
                currency?: string;
            };
            /**
             * @description Minor units of the price's currency.
             * @default 0
             * @example 200
             */
            price_per_1000_rows?: number;
            /**
             * @description Minor units of the price's currency.
             * @default 0
             * @example 50
             */
            price_per_call?: number;
            /**
             * @default []
             * @example [
             *       "SCOM",
             *       "KCB"
             *     ]
             */
            series?: string[];
            /** @example nse-kenya */
            slug: string;
            source: components["schemas"]["DatasetSource"];
            /** @example Nairobi Securities Exchange, daily prices */
            title: string;
            /**
             * @description How many of the newest versions are kept; null sets no such bound. A version goes when it is beyond each bound that is set, and the current one never does.
             * @default null
             */
            versions_kept?: number | null;
            /**
             * @description For how many days a version is kept after another one took its place; null sets no such bound. A version goes when it is beyond each bound that is set, and the current one never does.
             * @default null
             */
            versions_kept_days?: number | null;
        };
        NewDeprecation: {
            /**
             * @description Why, and what to do, for people.
             * @example The exchange changes its codes in 2027.
             */
            note?: string;
            /**
             * @description The published dataset that takes its place.
             * @example nse-kenya-2
             */
            successor?: string;
            /**
             * Format: date-time
             * @description When it will end; in the future.
             * @example 2027-01-01T00:00:00Z
             */
            sunset_at?: string;
        };
        NewEstimate: {
            /**
             * @description The version that was current at this moment.
             * @example 2026-01-01T00:00:00Z
             */
            as_of?: string;
            /**
             * @description Files of at most so many bytes before they are packed; of Parquet about so many.
             * @example 100000000
             */
            bytes_per_file?: number;
            /**
             * @example [
             *       "date",
             *       "code",
             *       "day_price"
             *     ]
             */
            columns?: string[];
            compression?: components["schemas"]["FileCompression"] & unknown;
            /** @example nse-kenya */
            dataset: string;
            /**
             * @description Conditions by column: a name alone is equality, a list any of its values; `.ne .gt .gte .lt .lte .null` compare.
             * @example {
             *       "code": [
             *         "SCOM",
             *         "KCB"
             *       ],
             *       "day_price.gte": 10
             *     }
             */
            filters?: {
                [key: string]: string | number | boolean | (string | number | boolean)[];
            };
            format?: components["schemas"]["ExportFormat"] & unknown;
            /** @description Whether a text in CSV that a spreadsheet would run as a formula gets an apostrophe before it. It does unless said otherwise; columns of other types are never touched. */
            formula_safe?: boolean;
            /**
             * @description The first moment of the range. Only for a dataset with a time column.
             * @example 2020-01-01
             */
            from?: string | number;
            /**
             * @description By time where there is a time column, else by key, unless said otherwise.
             * @enum {string}
             */
            order?: "time" | "-time" | "key" | "-key";
            /**
             * @description Files of at most so many rows, in the order of the rows.
             * @example 1000000
             */
            rows_per_file?: number;
            /**
             * @description A file for each value of this column, one of the key or the time. There may be 1000, and each is named by its value.
             * @example code
             */
            split_by?: string;
            /**
             * @description Of a date or timestamp that splits: the time that a file is of.
             * @enum {string}
             */
            split_period?: "year" | "month" | "day";
            /**
             * @description The moment the range ends before. Only for a dataset with a time column.
             * @example 2021-01-01
             */
            to?: string | number;
            /**
             * @description The current version unless said otherwise.
             * @example 1
             */
            version?: number;
        };
        NewExport: {
            /**
             * @description The version that was current at this moment.
             * @example 2026-01-01T00:00:00Z
             */
            as_of?: string;
            /**
             * @description Files of at most so many bytes before they are packed; of Parquet about so many.
             * @example 100000000
             */
            bytes_per_file?: number;
            /**
             * @example [
             *       "date",
             *       "code",
             *       "day_price"
             *     ]
             */
            columns?: string[];
            compression?: components["schemas"]["FileCompression"] & unknown;
            /** @example nse-kenya */
            dataset: string;
            /**
             * @description Conditions by column: a name alone is equality, a list any of its values; `.ne .gt .gte .lt .lte .null` compare.
             * @example {
             *       "code": [
             *         "SCOM",
             *         "KCB"
             *       ],
             *       "day_price.gte": 10
             *     }
             */
            filters?: {
                [key: string]: string | number | boolean | (string | number | boolean)[];
            };
            format: components["schemas"]["ExportFormat"];
            /** @description Whether a text in CSV that a spreadsheet would run as a formula gets an apostrophe before it. It does unless said otherwise; columns of other types are never touched. */
            formula_safe?: boolean;
            /**
             * @description The first moment of the range. Only for a dataset with a time column.
             * @example 2020-01-01
             */
            from?: string | number;
            /**
             * @description Refuse it, before anything is reserved, if it has more rows: they are counted first.
             * @example 1000000
             */
            max_rows?: number;
            /**
             * @description By time where there is a time column, else by key, unless said otherwise.
             * @enum {string}
             */
            order?: "time" | "-time" | "key" | "-key";
            /**
             * @description Files of at most so many rows, in the order of the rows.
             * @example 1000000
             */
            rows_per_file?: number;
            /**
             * @description A file for each value of this column, one of the key or the time. There may be 1000, and each is named by its value.
             * @example code
             */
            split_by?: string;
            /**
             * @description Of a date or timestamp that splits: the time that a file is of.
             * @enum {string}
             */
            split_period?: "year" | "month" | "day";
            /**
             * @description The moment the range ends before. Only for a dataset with a time column.
             * @example 2021-01-01
             */
            to?: string | number;
            /**
             * @description The current version unless said otherwise.
             * @example 1
             */
            version?: number;
        };
        NewKey: {
            /**
             * @description Addresses and CIDR ranges, IPv4 and IPv6. Absent: from everywhere.
             * @example [
             *       "196.25.1.0/24"
             *     ]
             */
            allowlist?: string[];
            caps?: {
                per_day?: number;
                per_minute?: number;
                per_month?: number;
            };
            /**
             * Format: date-time
             * @example 2027-01-01T00:00:00Z
             */
            expires_at?: string;
            /**
             * @description `test` keys see the first 1 000 rows of a dataset, are limited, and never billed.
             * @default live
             * @enum {string}
             */
            mode?: "live" | "test";
            /** @example nightly pull */
            name: string;
            /** @description Exactly these; an empty list means none. Default: all a data consumer needs. */
            scopes?: components["schemas"]["Scope"][];
        };
        NewKeySecret: components["schemas"]["Key"] & {
            /**
             * @description The key itself. It is shown this once.
             * @example wz_live_…
             */
            secret: string;
        };
        /**
         * @description Higher or lower than the tier's. A limit that is not given is the tier's.
         * @example {
         *       "per_day": 50000,
         *       "reason": "Backfill of 2025, agreed on 3 March",
         *       "until": "2030-12-31T00:00:00Z"
         *     }
         */
        NewLimitsOverride: {
            /** @example 50000 */
            per_day?: number;
            per_minute?: number;
            per_month?: number;
            /**
             * @description The partner reads it too.
             * @example Backfill of 2025, agreed on 3 March
             */
            reason: string;
            /**
             * Format: date-time
             * @description When the limits of the tier hold again: in the future, and five years from now at the latest.
             * @example 2030-12-31T00:00:00Z
             */
            until: string;
        };
        NewLinks: {
            /**
             * @description How long the links work: up to 24 hours, and no longer than the export.
             * @default 900
             * @example 900
             */
            expires_in_seconds?: number;
        };
        NewOperatorKey: {
            /**
             * @description Addresses and CIDR ranges, IPv4 and IPv6. Absent: from everywhere.
             * @example [
             *       "196.25.1.0/24"
             *     ]
             */
            allowlist?: string[];
            /**
             * Format: date-time
             * @example 2027-01-01T00:00:00Z
             */
            expires_at?: string;
            /** @example nightly pull */
            name: string;
            /** @description Exactly these. Default: all. */
            scopes?: components["schemas"]["Scope"][];
        };
        NewPartner: {
            /**
             * @description Addresses and CIDR ranges, IPv4 and IPv6. Absent: from everywhere.
             * @example [
             *       "196.25.1.0/24"
             *     ]
             */
            allowlist?: string[];
            /**
             * @description ISO 4217.
             * @default ZAR
             * @example ZAR
             */
            billing_currency?: string;
            /** @example Baobab Capital */
            company: string;
            /** @example ZAF */
            country?: string;
            /**
             * Format: email
             * @example data@baobab.example
             */
            email: string;
            /** @example asset management */
            industry?: string;
            /**
             * @description Minor units of the billing currency.
             * @example 5000000
             */
            monthly_spending_limit?: number;
            /**
             * @default free
             * @enum {string}
             */
            plan?: "free" | "starter" | "professional" | "enterprise" | "research";
            self_service?: components["schemas"]["NewSelfService"];
            /**
             * @default Africa/Johannesburg
             * @example Africa/Johannesburg
             */
            time_zone?: string;
        };
        NewPolicy: {
            /**
             * @description Only these columns; those of the key and of the time are always there. null for all.
             * @default null
             * @example [
             *       "day_price"
             *     ]
             */
            columns?: string[] | null;
            /**
             * @description How long a row is kept back. Distances count to the hour that has begun, and are rounded down to the precision of the time column: a date or year that is not over by then is kept back whole.
             * @default null
             * @example 24
             */
            delay_hours?: number | null;
            /**
             * @description How far back from now.
             * @default null
             * @example 365
             */
            history_days?: number | null;
            /**
             * @description Only rows whose timestamp is a whole multiple of so many seconds after midnight UTC, each as it is: nothing is summed up.
             * @default null
             * @example null
             */
            interval_seconds?: number | null;
            /**
             * @description Only rows whose key columns have these values; any if it names none.
             * @default {}
             * @example {
             *       "code": [
             *         "SCOM",
             *         "KCB"
             *       ]
             *     }
             */
            rows?: {
                [key: string]: (string | number | boolean)[];
            };
        };
        NewReportedUsage: {
            events: components["schemas"]["ReportedUsage"][];
        };
        NewReversal: {
            /** @example Served from a faulty mirror */
            reason: string;
        };
        NewSelfService: {
            /**
             * @description `cancel`: it may end them; `change`: also subscribe, change tier and billing, and withdraw what is pending.
             * @enum {string}
             */
            subscriptions: "none" | "cancel" | "change";
            /** @default null */
            tiers?: components["schemas"]["Tier"][] | null;
        };
        NewSubscription: {
            billing?: components["schemas"]["Billing"];
            /**
             * @description Required from an operator; a partner's key means its own company.
             * @example par_01jcz3q8v4k2m6n8p0r2t4w6x8
             */
            partner_id?: string;
            tier: components["schemas"]["Tier"];
        };
        NewTerms: {
            /**
             * Format: date-time
             * @description When it is not now.
             * @example 2027-01-01T00:00:00Z
             */
            required_from?: string;
            /** @description Of the document at the URL; with a URL only. */
            sha256?: string;
            /** @example 1. You may … */
            text?: string;
            /**
             * Format: uri
             * @example https://vendor.example/terms-2.pdf
             */
            url?: string;
        };
        NewUpload: {
            /**
             * @description Of the whole file, where it is known: a file of another length is not published.
             * @example 2700000
             */
            bytes?: number;
            compression?: components["schemas"]["FileCompression"] & unknown;
            /**
             * @description The dataset whose next version it is to be.
             * @example nse-kenya
             */
            dataset: string;
            format?: components["schemas"]["FileFormat"] & unknown;
            /**
             * @description The file's name, whose end says what it is.
             * @example nse-kenya-daily.csv.gz
             */
            name?: string;
            /**
             * @description Of the whole file, where it is known: another is not published.
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            sha256?: string;
        };
        /**
         * @description In place of all weights there are: an operation that is not given takes its usual units again.
         * @example {
         *       "query": 3,
         *       "export": 10
         *     }
         */
        NewWeights: {
            changes?: number;
            export?: number;
            query?: number;
            sharing?: number;
            sql?: number;
        };
        Onboarding: {
            /**
             * Format: date-time
             * @description When the last step was done; null while one is not.
             * @example 2026-11-21T08:30:00.000Z
             */
            completed_at: string | null;
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            partner_id: string;
            /** @description In order. */
            steps: {
                /**
                 * @description The key that said so, or what proves it: the partner, the first terms it accepted, its first key, subscription, or key used.
                 * @example key_01jcz3q8v4k2m6n8p0r2t4w6x8
                 */
                by: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:30:00.000Z
                 */
                done_at: string | null;
                note: string | null;
                /**
                 * @description Whether it proves itself or somebody said so.
                 * @enum {string}
                 */
                source: "fact" | "operator";
                step: components["schemas"]["OnboardingStep"];
            }[];
        };
        /** @enum {string} */
        OnboardingStep: "company" | "contact_verified" | "agreement" | "first_key" | "first_subscription" | "first_call";
        Partner: {
            /**
             * @description Where all its keys may be used from, besides what each allows itself; null for everywhere.
             * @example [
             *       "196.25.1.0/24"
             *     ]
             */
            allowlist: string[] | null;
            /** @example ZAR */
            billing_currency: string;
            /** @example Baobab Capital */
            company: string;
            /**
             * @description ISO 3166-1 alpha-3.
             * @example ZAF
             */
            country: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            created_at: string;
            /** @example data@baobab.example */
            email: string;
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            id: string;
            /** @example asset management */
            industry: string | null;
            /** @description Metered spending in a calendar month stops here; null for no limit. */
            monthly_spending_limit: components["schemas"]["Money"] | null;
            /** @enum {string} */
            plan: "free" | "starter" | "professional" | "enterprise" | "research";
            self_service: components["schemas"]["SelfService"];
            status: components["schemas"]["PartnerStatus"];
            /**
             * @description Days, months and billing periods begin at midnight here.
             * @example Africa/Johannesburg
             */
            time_zone: string;
            /** @description The time zone from the next month on, where another is ordered. */
            time_zone_next: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:30:00.000Z
                 */
                at: string;
                time_zone: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            updated_at: string;
        };
        PartnerChanges: {
            /**
             * @description Addresses and CIDR ranges, IPv4 and IPv6; null: from everywhere.
             * @example [
             *       "196.25.1.0/24"
             *     ]
             */
            allowlist?: string[] | null;
            /** @example Baobab Capital */
            company?: string;
            /** @example ZAF */
            country?: string | null;
            /**
             * Format: email
             * @example data@baobab.example
             */
            email?: string;
            /** @example asset management */
            industry?: string | null;
            /**
             * @description Minor units of the billing currency.
             * @example 5000000
             */
            monthly_spending_limit?: number | null;
            /** @enum {string} */
            plan?: "free" | "starter" | "professional" | "enterprise" | "research";
            self_service?: components["schemas"]["NewSelfService"];
            /** @example Africa/Johannesburg */
            time_zone?: string;
        };
        PartnerPage: {
            data: components["schemas"]["Partner"][];
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @enum {string} */
        PartnerStatus: "pending" | "active" | "suspended";
        PendingChange: {
            /**
             * Format: date-time
             * @description From this instant on it is in force.
             * @example 2026-11-21T08:30:00.000Z
             */
            at: string;
            billing: components["schemas"]["Billing"];
            price: components["schemas"]["Money"] & unknown;
            price_per_1000_rows: components["schemas"]["Money"];
            price_per_call: components["schemas"]["Money"];
            tier: components["schemas"]["Tier"];
        };
        /** @description From midnight in the partner's time zone up to, and not with, another midnight. */
        Period: {
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            end: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            start: string;
        };
        /** @description What a license lets its tier see of the dataset. null limits nothing. */
        Policy: {
            /**
             * @example [
             *       "day_price"
             *     ]
             */
            columns: string[] | null;
            /** @example 24 */
            delay_hours: number | null;
            /** @example 365 */
            history_days: number | null;
            /** @example null */
            interval_seconds: number | null;
            /**
             * @example {
             *       "code": [
             *         "KCB",
             *         "SCOM"
             *       ]
             *     }
             */
            rows: {
                [key: string]: string[];
            };
        };
        Problem_already_exists: {
            /** @enum {string} */
            code: "already_exists";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "There is one already";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/already_exists";
        };
        Problem_already_subscribed: {
            /** @enum {string} */
            code: "already_subscribed";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The partner has a live subscription to this dataset";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/already_subscribed";
        };
        Problem_beyond_own_rights: {
            /** @enum {string} */
            code: "beyond_own_rights";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 403;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "A key cannot give more than it has";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/beyond_own_rights";
        };
        Problem_conflict: {
            /** @enum {string} */
            code: "conflict";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The thing is not in a state that allows this";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/conflict";
        };
        Problem_dataset_deprecated: {
            /** @enum {string} */
            code: "dataset_deprecated";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The dataset is deprecated and takes no new subscriptions";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/dataset_deprecated";
        };
        Problem_dataset_retired: {
            /** @enum {string} */
            code: "dataset_retired";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 410;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The dataset is retired: it serves no rows and no exports";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/dataset_retired";
        };
        Problem_digest_mismatch: {
            /** @enum {string} */
            code: "digest_mismatch";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 400;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The bytes are not those that their digest names";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/digest_mismatch";
        };
        Problem_export_expired: {
            /** @enum {string} */
            code: "export_expired";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 410;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The export has expired";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/export_expired";
        };
        Problem_export_not_ready: {
            /** @enum {string} */
            code: "export_not_ready";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The export is not ready";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/export_not_ready";
        };
        Problem_export_room_full: {
            /** @enum {string} */
            code: "export_room_full";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The exports of the partner have all the room they may";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/export_room_full";
        };
        Problem_faulty_sql: {
            /** @enum {string} */
            code: "faulty_sql";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 422;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The statement is not one SELECT that can be run";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/faulty_sql";
        };
        Problem_faulty_upload: {
            /** @enum {string} */
            code: "faulty_upload";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 422;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The file has faults, and nothing of it was published";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/faulty_upload";
        };
        Problem_feature_not_licensed: {
            /** @enum {string} */
            code: "feature_not_licensed";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 403;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The tier of the subscription does not include this feature";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/feature_not_licensed";
        };
        Problem_forbidden: {
            /** @enum {string} */
            code: "forbidden";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 403;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "This is not for this kind of API key";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/forbidden";
        };
        Problem_idempotency_in_progress: {
            /** @enum {string} */
            code: "idempotency_in_progress";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "A call with this Idempotency-Key is still running";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/idempotency_in_progress";
        };
        Problem_idempotency_key_reused: {
            /** @enum {string} */
            code: "idempotency_key_reused";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 422;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "This Idempotency-Key was used with another body";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/idempotency_key_reused";
        };
        Problem_insufficient_scope: {
            /** @enum {string} */
            code: "insufficient_scope";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 403;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The API key lacks the scope this needs";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/insufficient_scope";
        };
        Problem_internal: {
            /** @enum {string} */
            code: "internal";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 500;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "Something failed on our side";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/internal";
        };
        Problem_invalid_cursor: {
            /** @enum {string} */
            code: "invalid_cursor";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 400;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The cursor is not one that this list gave";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/invalid_cursor";
        };
        Problem_invalid_json: {
            /** @enum {string} */
            code: "invalid_json";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 400;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The body is not well-formed JSON";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/invalid_json";
        };
        Problem_invalid_request: {
            /** @enum {string} */
            code: "invalid_request";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 400;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The request does not match the contract";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/invalid_request";
        };
        Problem_key_not_rotatable: {
            /** @enum {string} */
            code: "key_not_rotatable";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "An expired, revoked or replaced key cannot be rotated";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/key_not_rotatable";
        };
        Problem_last_operator_key: {
            /** @enum {string} */
            code: "last_operator_key";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The last operator key that can make others cannot be revoked";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/last_operator_key";
        };
        Problem_ledger_not_readable: {
            /** @enum {string} */
            code: "ledger_not_readable";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 410;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The events of this day are not those that were signed";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/ledger_not_readable";
        };
        Problem_ledger_not_signed: {
            /** @enum {string} */
            code: "ledger_not_signed";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The ledger of this day is not signed yet";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/ledger_not_signed";
        };
        Problem_mode_not_possible: {
            /** @enum {string} */
            code: "mode_not_possible";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "A version cannot be made from the one before in this way";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/mode_not_possible";
        };
        Problem_no_overlap: {
            /** @enum {string} */
            code: "no_overlap";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "No rotation of this key is in its overlap";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/no_overlap";
        };
        Problem_no_row_identity: {
            /** @enum {string} */
            code: "no_row_identity";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The dataset has no key, so its rows cannot be told apart";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/no_row_identity";
        };
        Problem_no_version_published: {
            /** @enum {string} */
            code: "no_version_published";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 404;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The dataset has no published version yet";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/no_version_published";
        };
        Problem_not_acceptable: {
            /** @enum {string} */
            code: "not_acceptable";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 406;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "Nothing that can be given is acceptable to the caller";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/not_acceptable";
        };
        Problem_not_found: {
            /** @enum {string} */
            code: "not_found";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 404;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "There is no such thing, or it is not visible to this key";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/not_found";
        };
        Problem_not_self_service: {
            /** @enum {string} */
            code: "not_self_service";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 403;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The operator does this for the partner";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/not_self_service";
        };
        Problem_partner_suspended: {
            /** @enum {string} */
            code: "partner_suspended";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 403;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The partner is suspended";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/partner_suspended";
        };
        Problem_payload_too_large: {
            /** @enum {string} */
            code: "payload_too_large";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 413;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The body is too large";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/payload_too_large";
        };
        Problem_policy_unfit: {
            /** @enum {string} */
            code: "policy_unfit";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 403;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "What the tier shows of this version cannot be decided";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/policy_unfit";
        };
        Problem_precondition_failed: {
            /** @enum {string} */
            code: "precondition_failed";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 412;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The file is not the one If-Match names";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/precondition_failed";
        };
        Problem_publish_in_progress: {
            /** @enum {string} */
            code: "publish_in_progress";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "Another version of this dataset is being published";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/publish_in_progress";
        };
        Problem_query_too_broad: {
            /** @enum {string} */
            code: "query_too_broad";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 422;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "No index serves this query";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/query_too_broad";
        };
        Problem_quota_exceeded: {
            /** @enum {string} */
            code: "quota_exceeded";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 429;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The quota is used up";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/quota_exceeded";
        };
        Problem_range_not_satisfiable: {
            /** @enum {string} */
            code: "range_not_satisfiable";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 416;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The file has none of the bytes asked for";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/range_not_satisfiable";
        };
        Problem_rate_limited: {
            /** @enum {string} */
            code: "rate_limited";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 429;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "Too many calls in a minute";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/rate_limited";
        };
        Problem_schema_contract: {
            /** @enum {string} */
            code: "schema_contract";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The columns would change beyond the contract of the dataset";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/schema_contract";
        };
        Problem_spending_limit_reached: {
            /** @enum {string} */
            code: "spending_limit_reached";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 429;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The monthly spending limit is reached";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/spending_limit_reached";
        };
        Problem_sql_too_broad: {
            /** @enum {string} */
            code: "sql_too_broad";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 422;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The statement takes more than one may";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/sql_too_broad";
        };
        Problem_storage_full: {
            /** @enum {string} */
            code: "storage_full";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 507;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "There is no room to store this";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/storage_full";
        };
        Problem_subscription_required: {
            /** @enum {string} */
            code: "subscription_required";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 403;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The partner has no live subscription to this dataset";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/subscription_required";
        };
        Problem_terms_not_accepted: {
            /** @enum {string} */
            code: "terms_not_accepted";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 403;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The partner has yet to accept the terms of the dataset";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/terms_not_accepted";
        };
        Problem_too_many: {
            /** @enum {string} */
            code: "too_many";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "There are as many of these as may be";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/too_many";
        };
        Problem_too_many_rows: {
            /** @enum {string} */
            code: "too_many_rows";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 422;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "It would have more rows than the caller allows";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/too_many_rows";
        };
        Problem_transition_not_allowed: {
            /** @enum {string} */
            code: "transition_not_allowed";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The state of the dataset does not lead there";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/transition_not_allowed";
        };
        Problem_unauthenticated: {
            /** @enum {string} */
            code: "unauthenticated";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 401;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "No valid API key was sent";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/unauthenticated";
        };
        Problem_unavailable: {
            /** @enum {string} */
            code: "unavailable";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 503;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The service cannot answer now";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/unavailable";
        };
        Problem_unsupported_media_type: {
            /** @enum {string} */
            code: "unsupported_media_type";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 415;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The body is of a type or encoding that is not read here";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/unsupported_media_type";
        };
        Problem_upload_incomplete: {
            /** @enum {string} */
            code: "upload_incomplete";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "Not all of the file has been received";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/upload_incomplete";
        };
        Problem_usage_conflict: {
            /** @enum {string} */
            code: "usage_conflict";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "Usage of this name was reported with other content";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/usage_conflict";
        };
        Problem_version_removed: {
            /** @enum {string} */
            code: "version_removed";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 410;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The version is no longer kept";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/version_removed";
        };
        Problem_version_retracted: {
            /** @enum {string} */
            code: "version_retracted";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 410;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The version was withdrawn";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/version_retracted";
        };
        Problem_versions_incomparable: {
            /** @enum {string} */
            code: "versions_incomparable";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "Rows of the one version cannot be compared with those of the other";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/versions_incomparable";
        };
        Problem_would_lock_out: {
            /** @enum {string} */
            code: "would_lock_out";
            /** @description What changes beyond the contract. */
            columns?: {
                after: string | null;
                /**
                 * @description The type, or the columns of the key.
                 * @example number or null
                 */
                before: string | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                name: string;
                /** @enum {string} */
                of: "column" | "key" | "time";
            }[];
            contract?: components["schemas"]["SchemaContract"];
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What it would come to. */
            estimate?: {
                bytes: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                files: {
                    at_most: number | null;
                    exact: boolean;
                    value: number;
                };
                rows: number;
            };
            /** @description Exports, under way or ready, whose query names such a column: the first 20. */
            exports?: {
                first: {
                    id: string;
                    partner_id: string;
                    status: string;
                }[];
                total: number;
            };
            fault_count?: number;
            faults?: {
                column: string | null;
                /** @description The line of a text file, the row of a Parquet file, from 1. */
                line: number;
                reason: string;
                value: string | null;
            }[];
            /** @description The limit that refused the call. */
            limit?: {
                /** @example license-day */
                name: string;
                quota: number;
                remaining: number;
                /** Format: date-time */
                resets_at: string;
            };
            next?: string[];
            /** @description The character of the statement where it is wrong, from 1. */
            position?: number;
            /** @description Why it was withdrawn, as the operator says it. */
            reason?: string;
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @description The key and the columns of each of the versions that cannot be compared. */
            schemas?: {
                columns: {
                    name: string;
                    type: string;
                }[];
                key: string[];
                version: number;
            }[];
            /** @enum {number} */
            status: 409;
            /** @description Live subscriptions that see a column which goes or changes: the first 20. */
            subscriptions?: {
                first: {
                    id: string;
                    partner_id: string;
                    tier: string;
                }[];
                total: number;
            };
            /** @description The dataset that takes its place. */
            successor?: string;
            /** @description The version of the terms that is to be accepted. */
            terms_version?: number;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The key could not be used from where it is used now";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/would_lock_out";
        };
        Publication: components["schemas"]["VersionDetail"] & {
            /** @description The floors of the dataset that it is below, so that it is not the current one yet; empty else. */
            held: components["schemas"]["BelowFloor"][];
            /** @description Whether the upload had the rows of the current version, which is then the answer. */
            unchanged: boolean;
        };
        PublishUpload: {
            /** @description The SHA-256 of each part, in their order: another part, or one more or less, is refused. */
            parts?: string[];
            /**
             * @description SHA-256 in hexadecimal digits.
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            sha256?: string;
            /**
             * @description An upload whose parts have all been received.
             * @example upl_01jcz3q8v4k2m6n8p0r2t4w6x8
             */
            upload: string;
        };
        Quality: {
            cadence: components["schemas"]["Cadence"];
            /** @example nse-kenya */
            dataset: string;
            /**
             * Format: date-time
             * @description When timeliness was told; all else is of the version and never changes.
             * @example 2026-11-21T08:30:00.000Z
             */
            measured_at: string;
            measures: components["schemas"]["QualityMeasure"][];
            overall: {
                /** @description From 0 to 1, cut after six decimals: only what is perfect is 1. null where it has no meaning. */
                score: number | null;
                working: string;
            };
            /** @example 3 */
            version: number;
        };
        QualityDrift: {
            /**
             * @description The published version before.
             * @example 2
             */
            against: number;
            /** @description By how much the share of empty cells grew. */
            empty_share: number | null;
            /** @description How many more it has; negative where it has fewer. */
            rows: number;
            /**
             * @description The same as a share of what there was.
             * @example -0.02
             */
            rows_share: number | null;
            time_max_before: string | null;
            time_min_before: string | null;
        };
        /** @description Scores from 0 to 100. A publish below one of them makes a version that is held: it becomes current only when an operator releases it. */
        QualityFloors: {
            completeness?: number;
            overall?: number;
            timeliness?: number;
            uniqueness?: number;
            validity?: number;
        };
        QualityHistory: {
            data: components["schemas"]["QualityOfVersion"][];
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
        };
        QualityMeasure: {
            denominator: number | null;
            /** @enum {string} */
            name: "validity" | "uniqueness" | "completeness_cells" | "completeness_periods" | "timeliness";
            numerator: number | null;
            /** @description From 0 to 1, cut after six decimals: only what is perfect is 1. null where it has no meaning. */
            score: number | null;
            /** @description What was counted, or why nothing could be. */
            working: string;
        };
        QualityOfVersion: {
            completeness: number | null;
            /** @description Against the published version before; null of the first. */
            drift: components["schemas"]["QualityDrift"] | null;
            /** @description The share of its cells that have no value. */
            empty_share: number | null;
            overall: number | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            published_at: string | null;
            rows: number;
            /**
             * @description `held` waits for an operator and is seen by operators only, as is what was `rejected`; `retracted` and `removed` ones are not read any more.
             * @enum {string}
             */
            state: "published" | "held" | "rejected" | "retracted" | "removed";
            /**
             * @description The last value of the time column.
             * @example 2024-12-31
             */
            time_max: string | null;
            /**
             * @description The first value of the time column.
             * @example 2007-01-02
             */
            time_min: string | null;
            /** @description At the moment it became current, or was made. */
            timeliness: number | null;
            uniqueness: number | null;
            validity: number | null;
            /** @example 3 */
            version: number;
        };
        ReceiptsAnswer: {
            /** @description Receipts of months whose events are in the lake: not compared. */
            archived: number;
            differing: {
                figure: string;
                /** @example use_01jcz3q8v4k2m6n8p0r2t4w6x8 */
                receipt: string;
                stated: string;
                stored: string;
            }[];
            matched: number;
            /** @description Receipts without a usage event. */
            missing: string[];
            /** @description With `between`: how far it got. Receipts beyond are not compared: ask again with those, `after` this one. */
            reached: string | null;
            /** @description Metered answers without a receipt here. Exports are no answers. */
            unlisted: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:30:00.000Z
                 */
                at: string;
                operation: string;
                /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
                partner_id: string;
                /** @example use_01jcz3q8v4k2m6n8p0r2t4w6x8 */
                receipt: string;
                /** @description It was taken back, as what never left. */
                reversed: boolean;
            }[];
        };
        ReceiptsQuestion: {
            /** @description Asks in the other direction as well: which answers in between have no receipt here? */
            between?: {
                /**
                 * @description Not with this receipt.
                 * @example use_01jcz3q8v4k2m6n8p0r2t4w6x8
                 */
                after: string;
                /**
                 * @description Up to and with this one.
                 * @example use_01jcz3q8v4k2m6n8p0r2t4w6x9
                 */
                to: string;
            };
            receipts: {
                bytes: number;
                /** @example key_01jcz3q8v4k2m6n8p0r2t4w6x8 */
                key_id: string;
                /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
                partner_id: string;
                /** @example use_01jcz3q8v4k2m6n8p0r2t4w6x8 */
                receipt: string;
                /**
                 * @description Of a retry that got the first call's receipt: only its partner is compared.
                 * @enum {boolean}
                 */
                repeat?: true;
                rows: number;
            }[];
        };
        Reconciliation: {
            /** @description Months whose events are in the lake. They are compared as a whole by their stored sums, and their days, counters and blocks are left out. */
            archived_months: string[];
            /**
             * Format: date-time
             * @description The moment that is compared: what is stored later is in none of it.
             * @example 2026-11-21T08:30:00.000Z
             */
            at: string;
            compared: {
                blocks: number;
                /** @description Days, and months that are asked for whole. */
                counters: number;
                /** @description Pairs of a key and a day that had usage. */
                key_days: number;
                /** @description Likewise of months, where a whole month is asked for. */
                key_months: number;
                signed_days: number;
            };
            /** @description The first 200. */
            differences: components["schemas"]["UsageDifference"][];
            differences_count: number;
            from: string;
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            partner_id: string | null;
            to: string;
            totals: {
                counters: {
                    /** @description Units of the events, once for each counter that they count in. */
                    expected: number;
                    used: number;
                };
                events: components["schemas"]["UsageFigures"];
                ledger: {
                    blocks: number;
                    /** @description What the blocks of these days say they have. */
                    events: number;
                    signed_days: number;
                    signed_events: number;
                    /** @description Events of the span's UTC days that name a block. */
                    stored: number;
                };
                /** @description Null where no whole month is asked for. */
                months: components["schemas"]["UsageFigures"] | null;
                rollups: components["schemas"]["UsageFigures"];
            };
        };
        Relation: {
            /** @example day_low */
            left: string;
            /** @enum {string} */
            operator: "<" | "<=" | "=" | ">=" | ">";
            /** @example day_high */
            right: string;
        };
        ReportedUsage: {
            bytes: number;
            /** @description The partner has a live subscription to it. */
            dataset: string;
            /**
             * @description Its name there: within a partner and source it is counted once, for ever.
             * @example 2026-03-10T09:30:00Z/4711
             */
            id: string;
            /**
             * @description The partner's key that used it.
             * @example key_01jcz3q8v4k2m6n8p0r2t4w6x8
             */
            key_id: string;
            /**
             * Format: date-time
             * @description Within the last 35 days; the day, hour and billing period it counts in. Default: now.
             * @example 2027-01-01T00:00:00Z
             */
            occurred_at?: string;
            /** @enum {string} */
            operation: "query" | "export" | "changes" | "sharing" | "sql";
            rows: number;
            /**
             * @description What measured it.
             * @example edge-1
             */
            source: string;
            /** @description Default: what the operation takes of the dataset. */
            units?: number;
        };
        /** @description One entry an event, in the order of the request. */
        ReportedUsageResult: {
            data: {
                id: string;
                /**
                 * @description The usage event that stands for it.
                 * @example use_01jcz3q8v4k2m6n8p0r2t4w6x8
                 */
                receipt: string;
                source: string;
                /** @description False where it had been reported before, with the same content. */
                stored: boolean;
            }[];
        };
        Retirement: {
            /**
             * @description Also before the end that was announced.
             * @default false
             */
            early?: boolean;
            /**
             * @description Why, and what to do, for people.
             * @example The exchange changes its codes in 2027.
             */
            note?: string;
            /**
             * @description The published dataset that takes its place.
             * @example nse-kenya-2
             */
            successor?: string;
        };
        Retraction: components["schemas"]["VersionDetail"] & {
            /**
             * @description The new current version, where the current one was withdrawn.
             * @example 4
             */
            replaced_by: number | null;
        };
        Rollback: {
            /**
             * @description What the version brings, in a line.
             * @example Adds the fourth quarter of 2025
             */
            note?: string;
        };
        Rotation: {
            /**
             * @description How long the old key still works: 0 to 7 days.
             * @default 86400
             * @example 3600
             */
            overlap_seconds?: number;
        };
        /**
         * @description One value a column: numbers as JSON numbers, decimals and times as strings, no value as null.
         * @example {
         *       "date": "2024-12-31",
         *       "code": "SCOM",
         *       "day_price": 17.05,
         *       "volume": 6164000
         *     }
         */
        Row: {
            [key: string]: string | number | boolean | null;
        };
        RowQuery: {
            /** @description The `next_cursor` of the page before. */
            after?: string;
            /**
             * @description The version that was current at this moment.
             * @example 2026-01-01T00:00:00Z
             */
            as_of?: string;
            /**
             * @example [
             *       "date",
             *       "code",
             *       "day_price"
             *     ]
             */
            columns?: string[];
            /**
             * @description Conditions by column: a name alone is equality, a list any of its values; `.ne .gt .gte .lt .lte .null` compare.
             * @example {
             *       "code": [
             *         "SCOM",
             *         "KCB"
             *       ],
             *       "day_price.gte": 10
             *     }
             */
            filters?: {
                [key: string]: string | number | boolean | (string | number | boolean)[];
            };
            /**
             * @description How the rows are written; `Accept` chooses when absent.
             * @enum {string}
             */
            format?: "json" | "ndjson" | "csv";
            /**
             * @description The first moment of the range. Only for a dataset with a time column.
             * @example 2020-01-01
             */
            from?: string | number;
            /**
             * @description Rows in a page at most: 100 unless said otherwise.
             * @example 100
             */
            limit?: number;
            /**
             * @description By time where there is a time column, else by key, unless said otherwise.
             * @enum {string}
             */
            order?: "time" | "-time" | "key" | "-key";
            /**
             * @description The moment the range ends before. Only for a dataset with a time column.
             * @example 2021-01-01
             */
            to?: string | number;
            /**
             * @description The current version unless said otherwise.
             * @example 1
             */
            version?: number;
        };
        /**
         * @description How far a publish may change the columns of the current version: `frozen` not at all, `additive` by new columns, `evolving` as it likes.
         * @enum {string}
         */
        SchemaContract: "frozen" | "additive" | "evolving";
        /** @enum {string} */
        Scope: "datasets:read" | "datasets:write" | "terms:accept" | "data:read" | "exports:read" | "exports:write" | "usage:read" | "usage:write" | "partners:read" | "partners:write" | "keys:read" | "keys:write" | "subscriptions:read" | "subscriptions:write" | "operators:read" | "operators:write" | "checks:read" | "checks:write";
        /** @description What the tier sees of the current columns at this hour. */
        Sees: {
            /**
             * @description The columns it sees.
             * @example [
             *       "date",
             *       "code",
             *       "day_price"
             *     ]
             */
            columns: string[];
            /**
             * @description The first time it sees now; null if it sees all that came before.
             * @example 2025-03-10
             */
            from: string | null;
            /**
             * @description The time up to which it sees now, exclusive; null if it sees the newest.
             * @example 2026-03-09
             */
            to: string | null;
            /**
             * @description The same in words.
             * @example [
             *       "all rows and columns"
             *     ]
             */
            words: string[];
        };
        /** @description What the partner's own keys with `subscriptions:write` may do. */
        SelfService: {
            /**
             * @description `cancel`: it may end them; `change`: also subscribe, change tier and billing, and withdraw what is pending.
             * @enum {string}
             */
            subscriptions: "none" | "cancel" | "change";
            /** @description Only these tiers; null for all. */
            tiers: components["schemas"]["Tier"][] | null;
        };
        SigningKey: {
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            created_at: string;
            /** @enum {string} */
            crv: "Ed25519";
            /** @example sig_0001 */
            kid: string;
            /** @enum {string} */
            kty: "OKP";
            /**
             * Format: date-time
             * @description Since when another one signs. What it signed stays proven.
             * @example 2026-11-21T08:30:00.000Z
             */
            retired_at: string | null;
            /** @description The public key: 32 bytes in base64url, as in a JWK. */
            x: string;
        };
        Snippet: {
            /** @description It takes the key from the environment variable WIZDATA_API_KEY. */
            code: string;
            /** @enum {string} */
            language: "curl" | "typescript" | "cli";
            /** @enum {string} */
            task: "query" | "export";
        };
        SqlQuery: {
            /**
             * Format: date-time
             * @description The versions that were current at this moment, where `versions` names none.
             * @example 2026-11-21T08:30:00.000Z
             */
            as_of?: string;
            /**
             * @description How the rows are written; `Accept` chooses when absent.
             * @enum {string}
             */
            format?: "json" | "ndjson" | "csv";
            /** @description A result with more rows is refused and not metered; at most, and when absent, what the server allows. */
            max_rows?: number;
            /**
             * @description One SELECT in DuckDB's SQL. Each dataset you subscribe to is a table of its slug: "nse-kenya", or nse_kenya without quotes.
             * @example SELECT code, max(day_price) AS top FROM "nse-kenya" GROUP BY code ORDER BY top DESC LIMIT 5
             */
            sql: string;
            /**
             * @description Versions of the datasets it names, by slug; the current ones when absent.
             * @example {
             *       "nse-kenya": 1
             *     }
             */
            versions?: {
                [key: string]: number;
            };
        };
        SqlResult: {
            /** @description What it was metered by: the packed bytes of the columns it names, in all parts of the datasets it names. */
            bytes_scanned: number;
            columns: {
                name: string;
                /**
                 * @description string, integer, number, decimal(p,s), boolean, date or timestamp.
                 * @example decimal(18,2)
                 */
                type: string;
            }[];
            /** @description All rows of the result: one that is cut short is never given. */
            data: components["schemas"]["SqlRow"][];
            /** @description Each dataset it names, once, in order of their slugs. */
            datasets: {
                bytes_scanned: number;
                dataset: string;
                /** @description The usage event of this dataset. */
                receipt: string;
                version: number;
            }[];
            rows: number;
        };
        /** @description One value a column, as in a page of rows: decimals and times as strings, no value as null. */
        SqlRow: {
            [key: string]: string | number | boolean | null;
        };
        /**
         * @example {
         *       "note": "Signed by both, contract 2026-114"
         *     }
         */
        StepDone: {
            /**
             * Format: date-time
             * @description Default: now.
             * @example 2027-01-01T00:00:00Z
             */
            done_at?: string;
            /** @example Signed by both, contract 2026-114 */
            note: string;
        };
        Subscription: {
            /**
             * Format: date
             * @description Periods begin on its day of the month, or on the last day of a shorter month.
             * @example 2026-01-31
             */
            anchor_date: string;
            billing: components["schemas"]["Billing"];
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            canceled_at: string | null;
            /**
             * Format: date-time
             * @description When it ends, if that is ordered and not yet so.
             * @example 2026-11-21T08:30:00.000Z
             */
            cancels_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            created_at: string;
            /** @description null once the subscription has ended. */
            current_period: components["schemas"]["Period"] | null;
            /** @example nse-kenya */
            dataset: string;
            /** @example sub_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            id: string;
            /** @description Limits in place of the tier's, whatever the tier, while they are in force. */
            limits_override: components["schemas"]["LimitsOverride"] | null;
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            partner_id: string;
            /** @description What it becomes at the end of the period under way. */
            pending_change: components["schemas"]["PendingChange"] | null;
            price: components["schemas"]["Money"] & unknown;
            price_per_1000_rows: components["schemas"]["Money"];
            price_per_call: components["schemas"]["Money"];
            status: components["schemas"]["SubscriptionStatus"];
            tier: components["schemas"]["Tier"];
        };
        /**
         * @example {
         *       "tier": "enterprise"
         *     }
         */
        SubscriptionChange: {
            billing?: components["schemas"]["Billing"];
            tier?: components["schemas"]["Tier"];
            when?: components["schemas"]["When"];
        };
        SubscriptionPage: {
            data: components["schemas"]["Subscription"][];
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @enum {string} */
        SubscriptionStatus: "trialing" | "active" | "past_due" | "canceled" | "expired";
        Terms: {
            /** @description The asking partner's own; null for operators. */
            acceptance: components["schemas"]["Acceptance"] | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            created_at: string;
            /** @example nse-kenya */
            dataset: string;
            /**
             * Format: date-time
             * @description From then on rows and exports are for those who have accepted.
             * @example 2026-11-21T08:30:00.000Z
             */
            required_from: string;
            /** @description Of the text in UTF-8, or of the document at the URL. */
            sha256: string;
            /** @description Where they are, if not here. */
            url: string | null;
            /** @example 2 */
            version: number;
        };
        TermsDetail: components["schemas"]["Terms"] & {
            /** @description null where a URL says where they are. */
            text: string | null;
        };
        TermsPage: {
            data: components["schemas"]["Terms"][];
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @enum {string} */
        Tier: "free" | "basic" | "premium" | "enterprise";
        UploadPart: {
            bytes: number;
            /** @example 1 */
            number: number;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            received_at: string;
            sha256: string;
        };
        /**
         * @description `open` takes parts; a published one does not any more.
         * @enum {string}
         */
        UploadStatus: "open" | "published";
        UsageDifference: {
            /** @description What the events come to; for `months`, the rollups. */
            expected: number;
            /** @example units */
            figure: string;
            /** @description What is stored there instead. */
            found: number;
            /**
             * @description What differs from the usage events: `rollups` by day, `counters`, `blocks`, `signed_days`, or a month with `archives`. `months` differ from the rollups of their days.
             * @enum {string}
             */
            kind: "rollups" | "months" | "counters" | "archives" | "blocks" | "signed_days";
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            partner_id: string | null;
            /**
             * @description The partner's day or month, or the UTC day.
             * @example 2026-03-10
             */
            period: string;
            /**
             * @description The key and outcome, the counter, the block, or the day.
             * @example key_01jcz3q8v4k2m6n8p0r2t4w6x8 ok
             */
            subject: string;
        };
        UsageEvent: {
            amount: components["schemas"]["Money"] & unknown;
            /** @description The same exactly, in thousandths of a minor unit. */
            amount_millis: number;
            /** @description What was asked, as far as it is kept. */
            asked: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            at: string;
            bytes: number;
            /**
             * @description The event that this one takes back.
             * @example use_01jcz3q8v4k2m6n8p0r2t4w6x8
             */
            corrects: string | null;
            dataset: string;
            /** @example use_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            id: string;
            /** @example key_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            key_id: string;
            /** @description The day and month windows as they stood with this answer: `plan-day 4/10000`. */
            limits: string;
            /** @example lin_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            lineage_id: string;
            /** @description The partner's day it counts in. */
            local_date: string;
            /** @description The hour of that day. */
            local_hour: number;
            operation: string;
            /** @description `ok`; of what takes an event back, why: `interrupted` where its answer never left, `corrected`. */
            outcome: string;
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            partner_id: string;
            /** @description Why it takes it back. */
            reason: string | null;
            request_id: string;
            rows: number;
            /** @description The tier and price it was billed under. */
            segment: string;
            /** @description The HTTP status of the answer. */
            status: number;
            /** @example sub_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            subscription_id: string;
            /** @description What it took from the quotas. */
            units: number;
            version: number;
        };
        UsageEventPage: {
            data: components["schemas"]["UsageEvent"][];
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
        };
        UsageExplanation: {
            /** @description Usually one. A client that names its requests itself may have used a name again: the latest ten. */
            data: components["schemas"]["ExplainedEvent"][];
            request_id: string;
        };
        UsageFigures: {
            amount_millis: number;
            bytes: number;
            calls: number;
            rows: number;
            units: number;
        };
        UsageLedger: {
            /** @description The partner's events, by id, each with its proof in the partner's day. */
            data: {
                event: components["schemas"]["LedgerEvent"];
                proof: {
                    index: number;
                    /** @description The hashes beside its way to the root, the lowest first. */
                    path: string[];
                };
            }[];
            /** @example 2026-03-10 */
            day: string;
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
            /** @description The proof of the partner's day in it; null where the partner has no events. */
            partner: {
                /** @description How many events the partner has on this day. */
                events: number;
                index: number;
                /** @description The hashes beside its way to the root, the lowest first. */
                path: string[];
                /** @description SHA-256 in lower-case hexadecimal. */
                root: string;
            } | null;
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            partner_id: string;
            /** @description The day as it was signed, over all partners. */
            signed: {
                events: number;
                /** @description Of each chain: its id, the number of its last block of this day, its hash. */
                heads: [
                    string,
                    number,
                    string
                ][];
                /**
                 * @description One of `/.well-known/wizdata-keys.json`.
                 * @example sig_0001
                 */
                key_id: string;
                /** @description How many partners have events on this day. */
                partners: number;
                /** @description SHA-256 in lower-case hexadecimal. */
                root: string;
                /** @description Ed25519 in base64url, by the key `key_id`. */
                signature: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:30:00.000Z
                 */
                signed_at: string;
            };
        };
        UsageReport: {
            /** @enum {string} */
            by: "day" | "month" | "dataset" | "key" | "operation" | "status";
            data: components["schemas"]["UsageRow"][];
            from: string;
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            partner_id: string;
            time_zone: string;
            to: string;
            totals: {
                /** @description One per currency. */
                amounts: {
                    amount: components["schemas"]["Money"] & unknown;
                    /** @description The same exactly, in thousandths of a minor unit. */
                    amount_millis: number;
                }[];
                bytes: number;
                calls: number;
                /** @description Not part of `calls`: refused calls cost nothing. They are known some seconds later. */
                refused_calls: number;
                rows: number;
                /** @description What it took from the quotas. */
                units: number;
            };
        };
        /** @description One group, named by the field that `by` asks for. What is priced in another currency is a row of its own. */
        UsageRow: {
            amount: components["schemas"]["Money"] & unknown;
            /** @description The same exactly, in thousandths of a minor unit. */
            amount_millis: number;
            bytes: number;
            calls: number;
            dataset?: string;
            /** @example 2026-03-10 */
            day?: string;
            /** @example key_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            key_id?: string;
            key_name?: string;
            /** @example lin_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            lineage_id?: string;
            /** @example 2026-03 */
            month?: string;
            operation?: string;
            rows: number;
            /** @description `ok`, or the code of the problem that refused the call. */
            status?: string;
            /** @description What it took from the quotas. */
            units: number;
        };
        UsageTotals: {
            /** @enum {string} */
            by: "partner" | "month" | "dataset" | "operation" | "status";
            data: components["schemas"]["UsageTotalsRow"][];
            /** @example 2026-03 */
            from: string;
            /** @example 2026-04 */
            to: string;
            totals: {
                /** @description One per currency. */
                amounts: {
                    amount: components["schemas"]["Money"] & unknown;
                    /** @description The same exactly, in thousandths of a minor unit. */
                    amount_millis: number;
                }[];
                bytes: number;
                calls: number;
                /** @description Not part of `calls`: refused calls cost nothing. */
                refused_calls: number;
                rows: number;
                /** @description What it took from the quotas. */
                units: number;
            };
        };
        /** @description One group, named by the field that `by` asks for. What is priced in another currency is a row of its own. */
        UsageTotalsRow: {
            amount: components["schemas"]["Money"] & unknown;
            /** @description The same exactly, in thousandths of a minor unit. */
            amount_millis: number;
            bytes: number;
            calls: number;
            company?: string;
            dataset?: string;
            /** @example 2026-03 */
            month?: string;
            operation?: string;
            /** @example par_01jcz3q8v4k2m6n8p0r2t4w6x8 */
            partner_id?: string;
            rows: number;
            /** @description `ok`, or the code of the problem that refused the call. */
            status?: string;
            /** @description What it took from the quotas. */
            units: number;
        };
        Version: {
            /** @description The version it was made from: the current one of then, or the one it went back to. */
            base: number | null;
            /** @description Of its parts. */
            bytes: number;
            /** @description How many rows are not as in its base; null for a first version, where rows have no key, where the columns cannot be compared, and where a replaced version is so large that they were not counted. */
            changes: {
                added: number;
                changed: number;
                removed: number;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            created_at: string;
            /** @example nse-kenya */
            dataset: string;
            /** @description Why, as the operator says it. */
            end_reason: string | null;
            /**
             * Format: date-time
             * @description When it was retracted, removed or rejected.
             * @example 2026-11-21T08:30:00.000Z
             */
            ended_at: string | null;
            /**
             * @description How it was made.
             * @example replace
             * @enum {string}
             */
            mode: "replace" | "append" | "upsert" | "delete" | "rollback";
            /** @description What it brings, as the operator says it. */
            note: string | null;
            /** @example 3 */
            number: number;
            /**
             * Format: date-time
             * @description When it became the current one, which is what `as_of` goes by; null of what never did.
             * @example 2026-11-21T08:30:00.000Z
             */
            published_at: string | null;
            rows: number;
            /** @description Of the file that was uploaded. */
            source_bytes: number;
            /** @description Of the file that was uploaded, as it was sent. */
            source_sha256: string;
            /**
             * @description `held` waits for an operator and is seen by operators only, as is what was `rejected`; `retracted` and `removed` ones are not read any more.
             * @enum {string}
             */
            state: "published" | "held" | "rejected" | "retracted" | "removed";
            /**
             * @description The last value of the time column.
             * @example 2024-12-31
             */
            time_max: string | null;
            /**
             * @description The first value of the time column.
             * @example 2007-01-02
             */
            time_min: string | null;
        };
        VersionChanges: {
            /**
             * @description null takes it away.
             * @example Adds the fourth quarter of 2025
             */
            note: string | null;
        };
        VersionDetail: components["schemas"]["Version"] & {
            /** @description How many files it is made of. */
            parts: number;
            report: components["schemas"]["VersionReport"];
        };
        VersionPage: {
            data: components["schemas"]["Version"][];
            has_more: boolean;
            /** @description Give it as `after` for the next page; null on the last. */
            next_cursor: string | null;
        };
        VersionRejection: {
            /**
             * @description What the version brings, in a line.
             * @example Adds the fourth quarter of 2025
             */
            reason?: string;
        };
        VersionRelease: {
            /**
             * @description What the version brings, in a line.
             * @example Adds the fourth quarter of 2025
             */
            note?: string;
        };
        VersionReport: {
            cells: number;
            /** @description Pairs of a key and a period of the cadence between the key's first and last; null where none are expected. */
            expected_pairs: number | null;
            /** @description Values outside a declared check that the dataset does not enforce. */
            failed_checks: number;
            /** @description Cells with a value that fails a check or more; null for versions published before it was counted. */
            invalid_cells: number | null;
            non_null_cells: number;
            /** @description Those of them that have a row. */
            present_pairs: number | null;
            /**
             * @description The keys of the first 100 of them.
             * @example [
             *       {
             *         "code": "SCOM",
             *         "date": "2017-05-09"
             *       }
             *     ]
             */
            repeated_keys: {
                [key: string]: unknown;
            }[];
            /** @description Rows of the file that the rule for repeated keys left out. */
            repeated_rows: number;
            /** @description Of the version. */
            rows: number;
            /** @description Of the file. */
            source_rows: number;
            /** @description Rows of a delete whose key no row had; null for the other modes. */
            unknown_keys: number | null;
        };
        WantedRetraction: {
            /**
             * @description Why, in a line. Whoever asks for the version is told.
             * @example Prices of March are in the wrong currency
             */
            reason: string;
            /**
             * @description The version to go back to: for the current version, which cannot be withdrawn without another.
             * @example 2
             */
            restore?: number;
        };
        /** @description How many units one call of each operation takes from the limits of days and months. */
        Weights: {
            /** @example 1 */
            changes: number;
            /** @example 1 */
            export: number;
            /** @example 1 */
            query: number;
            /** @example 1 */
            sharing: number;
            /** @example 1 */
            sql: number;
        };
        /**
         * @description Default: a higher tier at once, anything else when the period under way ends.
         * @enum {string}
         */
        When: "now" | "period_end";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "checks.list": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /** @description How many to answer with at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of checks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckPage"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "checks.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCheck"];
            };
        };
        responses: {
            /** @description The check that has begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Check"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "checks.retrieve": {
        parameters: {
            query?: {
                /** @description How long the answer may wait for the check to end. */
                wait_seconds?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The check */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Check"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "data.query": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /**
                 * @description The version that was current at this moment.
                 * @example 2026-01-01T00:00:00Z
                 */
                as_of?: string;
                /**
                 * @description The columns of the answer, separated by commas; all when absent.
                 * @example date,code,day_price
                 */
                columns?: string;
                /**
                 * @description Any column: `code=SCOM` is equality, repeated it is a list; `volume.gte=1000` with the suffixes .ne .gt .gte .lt .lte .null.
                 * @example {
                 *       "code": "SCOM"
                 *     }
                 */
                filters?: {
                    [key: string]: string | string[];
                };
                /** @description How the rows are written; `Accept` chooses when absent. */
                format?: "json" | "ndjson" | "csv";
                /**
                 * @description Rows of this time and later (inclusive).
                 * @example 2024-01-01
                 */
                from?: string;
                /** @description Rows in a page. */
                limit?: number;
                /** @description The order of the rows; `-` for descending. */
                order?: "time" | "-time" | "key" | "-key";
                /**
                 * @description Rows before this time (exclusive).
                 * @example 2025-01-01
                 */
                to?: string;
                /** @description An older version; the current one when absent. */
                version?: number;
            };
            header?: {
                /** @description Your own name for one call, the same for its retries: within ten minutes the same call with the same query is answered again and not charged again. The SDK sends one. */
                "WizData-Call"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows */
            200: {
                headers: {
                    ETag?: string;
                    Link?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "WizData-Cutoff"?: string;
                    "WizData-Dataset-Version"?: string;
                    "WizData-Next-Cursor"?: string;
                    "WizData-Receipt"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description Nothing has changed: the page is the one with this ETag */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `subscription_required`: The partner has no live subscription to this dataset; `feature_not_licensed`: The tier of the subscription does not include this feature; `policy_unfit`: What the tier shows of this version cannot be decided; `terms_not_accepted`: The partner has yet to accept the terms of the dataset; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_subscription_required"] | components["schemas"]["Problem_feature_not_licensed"] | components["schemas"]["Problem_policy_unfit"] | components["schemas"]["Problem_terms_not_accepted"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key; `no_version_published`: The dataset has no published version yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"] | components["schemas"]["Problem_no_version_published"];
                };
            };
            /** @description `not_acceptable`: Nothing that can be given is acceptable to the caller */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_acceptable"];
                };
            };
            /** @description `dataset_retired`: The dataset is retired: it serves no rows and no exports; `version_retracted`: The version was withdrawn; `version_removed`: The version is no longer kept */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_dataset_retired"] | components["schemas"]["Problem_version_retracted"] | components["schemas"]["Problem_version_removed"];
                };
            };
            /** @description `query_too_broad`: No index serves this query */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_query_too_broad"];
                };
            };
            /** @description `quota_exceeded`: The quota is used up; `spending_limit_reached`: The monthly spending limit is reached; `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_quota_exceeded"] | components["schemas"]["Problem_spending_limit_reached"] | components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "data.changes": {
        parameters: {
            query: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /**
                 * @description They lead to the version that was current at this moment.
                 * @example 2026-01-01T00:00:00Z
                 */
                as_of?: string;
                /**
                 * @description The columns of the answer, separated by commas; all when absent. `_change` comes first in any case.
                 * @example date,code,day_price
                 */
                columns?: string;
                /**
                 * @description Any column, and `_change`: `code=SCOM` is equality, repeated it is a list; `volume.gte=1000` with the suffixes .ne .gt .gte .lt .lte .null.
                 * @example {
                 *       "code": "SCOM"
                 *     }
                 */
                filters?: {
                    [key: string]: string | string[];
                };
                /** @description How the rows are written; `Accept` chooses when absent. */
                format?: "json" | "ndjson" | "csv";
                /**
                 * @description Rows of this time and later (inclusive).
                 * @example 2024-01-01
                 */
                from?: string;
                /** @description Rows in a page. */
                limit?: number;
                /** @description The order of the rows; `-` for descending. */
                order?: "time" | "-time" | "key" | "-key";
                /**
                 * @description Where the changes begin: the number of a version, a moment (the version that was current then), or the `sync_token` of an earlier answer, which also knows what the license showed then. 0 is no version at all: every row of the later one is added.
                 * @example 3
                 */
                since: string;
                /**
                 * @description Rows before this time (exclusive).
                 * @example 2025-01-01
                 */
                to?: string;
                /** @description The version the changes lead to; the current one when absent. */
                version?: number;
            };
            header?: {
                /** @description Your own name for one call, the same for its retries: within ten minutes the same call with the same query is answered again and not charged again. The SDK sends one. */
                "WizData-Call"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes */
            200: {
                headers: {
                    ETag?: string;
                    Link?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "WizData-Cutoff"?: string;
                    "WizData-Dataset-Version"?: string;
                    "WizData-Next-Cursor"?: string;
                    "WizData-Receipt"?: string;
                    "WizData-Sync-Token"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description Nothing has changed: the page is the one with this ETag */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `subscription_required`: The partner has no live subscription to this dataset; `feature_not_licensed`: The tier of the subscription does not include this feature; `policy_unfit`: What the tier shows of this version cannot be decided; `terms_not_accepted`: The partner has yet to accept the terms of the dataset; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_subscription_required"] | components["schemas"]["Problem_feature_not_licensed"] | components["schemas"]["Problem_policy_unfit"] | components["schemas"]["Problem_terms_not_accepted"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key; `no_version_published`: The dataset has no published version yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"] | components["schemas"]["Problem_no_version_published"];
                };
            };
            /** @description `not_acceptable`: Nothing that can be given is acceptable to the caller */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_acceptable"];
                };
            };
            /** @description `no_row_identity`: The dataset has no key, so its rows cannot be told apart; `versions_incomparable`: Rows of the one version cannot be compared with those of the other */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_no_row_identity"] | components["schemas"]["Problem_versions_incomparable"];
                };
            };
            /** @description `dataset_retired`: The dataset is retired: it serves no rows and no exports; `version_retracted`: The version was withdrawn; `version_removed`: The version is no longer kept */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_dataset_retired"] | components["schemas"]["Problem_version_retracted"] | components["schemas"]["Problem_version_removed"];
                };
            };
            /** @description `query_too_broad`: No index serves this query */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_query_too_broad"];
                };
            };
            /** @description `quota_exceeded`: The quota is used up; `spending_limit_reached`: The monthly spending limit is reached; `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_quota_exceeded"] | components["schemas"]["Problem_spending_limit_reached"] | components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "data.changesBody": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for one call, the same for its retries: within ten minutes the same call with the same query is answered again and not charged again. The SDK sends one. */
                "WizData-Call"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangesQuery"];
            };
        };
        responses: {
            /** @description A page of changes */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "WizData-Cutoff"?: string;
                    "WizData-Dataset-Version"?: string;
                    "WizData-Next-Cursor"?: string;
                    "WizData-Receipt"?: string;
                    "WizData-Sync-Token"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `subscription_required`: The partner has no live subscription to this dataset; `feature_not_licensed`: The tier of the subscription does not include this feature; `policy_unfit`: What the tier shows of this version cannot be decided; `terms_not_accepted`: The partner has yet to accept the terms of the dataset; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_subscription_required"] | components["schemas"]["Problem_feature_not_licensed"] | components["schemas"]["Problem_policy_unfit"] | components["schemas"]["Problem_terms_not_accepted"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key; `no_version_published`: The dataset has no published version yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"] | components["schemas"]["Problem_no_version_published"];
                };
            };
            /** @description `not_acceptable`: Nothing that can be given is acceptable to the caller */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_acceptable"];
                };
            };
            /** @description `no_row_identity`: The dataset has no key, so its rows cannot be told apart; `versions_incomparable`: Rows of the one version cannot be compared with those of the other */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_no_row_identity"] | components["schemas"]["Problem_versions_incomparable"];
                };
            };
            /** @description `dataset_retired`: The dataset is retired: it serves no rows and no exports; `version_retracted`: The version was withdrawn; `version_removed`: The version is no longer kept */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_dataset_retired"] | components["schemas"]["Problem_version_retracted"] | components["schemas"]["Problem_version_removed"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `query_too_broad`: No index serves this query */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_query_too_broad"];
                };
            };
            /** @description `quota_exceeded`: The quota is used up; `spending_limit_reached`: The monthly spending limit is reached; `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_quota_exceeded"] | components["schemas"]["Problem_spending_limit_reached"] | components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "data.queryBody": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for one call, the same for its retries: within ten minutes the same call with the same query is answered again and not charged again. The SDK sends one. */
                "WizData-Call"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowQuery"];
            };
        };
        responses: {
            /** @description A page of rows */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "WizData-Cutoff"?: string;
                    "WizData-Dataset-Version"?: string;
                    "WizData-Next-Cursor"?: string;
                    "WizData-Receipt"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `subscription_required`: The partner has no live subscription to this dataset; `feature_not_licensed`: The tier of the subscription does not include this feature; `policy_unfit`: What the tier shows of this version cannot be decided; `terms_not_accepted`: The partner has yet to accept the terms of the dataset; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_subscription_required"] | components["schemas"]["Problem_feature_not_licensed"] | components["schemas"]["Problem_policy_unfit"] | components["schemas"]["Problem_terms_not_accepted"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key; `no_version_published`: The dataset has no published version yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"] | components["schemas"]["Problem_no_version_published"];
                };
            };
            /** @description `not_acceptable`: Nothing that can be given is acceptable to the caller */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_acceptable"];
                };
            };
            /** @description `dataset_retired`: The dataset is retired: it serves no rows and no exports; `version_retracted`: The version was withdrawn; `version_removed`: The version is no longer kept */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_dataset_retired"] | components["schemas"]["Problem_version_retracted"] | components["schemas"]["Problem_version_removed"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `query_too_broad`: No index serves this query */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_query_too_broad"];
                };
            };
            /** @description `quota_exceeded`: The quota is used up; `spending_limit_reached`: The monthly spending limit is reached; `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_quota_exceeded"] | components["schemas"]["Problem_spending_limit_reached"] | components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "data.sample": {
        parameters: {
            query?: {
                /** @description How the rows are written; `Accept` chooses when absent. */
                format?: "json" | "ndjson" | "csv";
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sample */
            200: {
                headers: {
                    ETag?: string;
                    "WizData-Dataset-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSample"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description Nothing has changed: the sample is the one with this ETag */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key; `no_version_published`: The dataset has no published version yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"] | components["schemas"]["Problem_no_version_published"];
                };
            };
            /** @description `not_acceptable`: Nothing that can be given is acceptable to the caller */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_acceptable"];
                };
            };
            /** @description `dataset_retired`: The dataset is retired: it serves no rows and no exports */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_dataset_retired"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "datasets.list": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                category?: string;
                /** @description Covers this country. */
                country?: string;
                /** @description How many to answer with at most. */
                limit?: number;
                /** @description Words, each of which begins a word of the title, slug, category, series, countries (names and codes), columns or description. Capitals and accents make no difference. Datasets with most of them in the title come first, then those with them in names, in columns, in descriptions; equal ones by slug. */
                q?: string;
                /** @description Has exactly this series. */
                series?: string;
                /** @description `draft` until the first version: partners do not see it. `deprecated`: served as ever, with an announced end and no new subscriptions. `retired`: no rows and no new exports; its entry stays for partners that had it. */
                state?: components["schemas"]["DatasetState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of datasets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetPage"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "datasets.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDataset"];
            };
        };
        responses: {
            /** @description The new dataset */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `already_exists`: There is one already; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_already_exists"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "datasets.retrieve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dataset */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "datasets.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasetChanges"];
            };
        };
        responses: {
            /** @description The dataset as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "terms.acceptances": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /** @description How many to answer with at most. */
                limit?: number;
                partner_id?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of acceptances */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptancePage"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "datasets.deprecate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDeprecation"];
            };
        };
        responses: {
            /** @description The deprecated dataset */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `transition_not_allowed`: The state of the dataset does not lead there; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_transition_not_allowed"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "datasets.licenses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All tiers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenseList"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "datasets.setLicense": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                tier: components["schemas"]["Tier"] & unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LicenseTerms"];
            };
        };
        responses: {
            /** @description The license as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["License"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "datasets.quality": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quality of the current version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quality"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key; `no_version_published`: The dataset has no published version yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"] | components["schemas"]["Problem_no_version_published"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "datasets.qualityHistory": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /** @description How many to answer with at most. */
                limit?: number;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions with their quality */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityHistory"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "datasets.restore": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The published dataset */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `transition_not_allowed`: The state of the dataset does not lead there; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_transition_not_allowed"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "datasets.retire": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Retirement"];
            };
        };
        responses: {
            /** @description The retired dataset */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `transition_not_allowed`: The state of the dataset does not lead there; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_transition_not_allowed"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "datasets.schema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The definition of the current version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetSchema"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "datasets.snippets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Endpoints and code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetSnippets"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key; `no_version_published`: The dataset has no published version yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"] | components["schemas"]["Problem_no_version_published"];
                };
            };
            /** @description `dataset_retired`: The dataset is retired: it serves no rows and no exports */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_dataset_retired"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "datasets.subscribe": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSubscription"];
            };
        };
        responses: {
            /** @description The new subscription */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `not_self_service`: The operator does this for the partner; `terms_not_accepted`: The partner has yet to accept the terms of the dataset; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_self_service"] | components["schemas"]["Problem_terms_not_accepted"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key; `no_version_published`: The dataset has no published version yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"] | components["schemas"]["Problem_no_version_published"];
                };
            };
            /** @description `already_subscribed`: The partner has a live subscription to this dataset; `dataset_deprecated`: The dataset is deprecated and takes no new subscriptions; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_already_subscribed"] | components["schemas"]["Problem_dataset_deprecated"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `dataset_retired`: The dataset is retired: it serves no rows and no exports */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_dataset_retired"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "terms.list": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /** @description How many to answer with at most. */
                limit?: number;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsPage"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "terms.set": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTerms"];
            };
        };
        responses: {
            /** @description The new version */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsDetail"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `already_exists`: There is one already; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_already_exists"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "terms.retrieve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsDetail"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "terms.accept": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                slug: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAcceptance"];
            };
        };
        responses: {
            /** @description The acceptance */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "datasets.versions": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /** @description How many to answer with at most. */
                limit?: number;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionPage"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "datasets.publish": {
        parameters: {
            query?: {
                /** @description How far this publish may change the columns, where that is less than the dataset's own contract. */
                contract?: components["schemas"]["SchemaContract"] & unknown;
                /** @description `replace`: the file has all rows of the new version. `append`: it has rows that are added, none of whose keys is there yet. `upsert`: its rows take the place of those with their keys, others are added. `delete`: it has the key columns, others are ignored, and the rows with these keys go. Upsert and delete need a dataset with a key. */
                mode?: "replace" | "append" | "upsert" | "delete";
                /** @description What the version brings, in a line. */
                note?: string;
            };
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/gzip": string;
                "application/json": components["schemas"]["PublishUpload"];
                "application/ndjson": string;
                "application/octet-stream": string;
                "application/vnd.apache.parquet": string;
                "application/x-ndjson": string;
                "application/zstd": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description The current version, whose rows these are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description The new version, which is the current one */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description The new version, which is below a floor of the dataset and held for an operator */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `publish_in_progress`: Another version of this dataset is being published; `mode_not_possible`: A version cannot be made from the one before in this way; `schema_contract`: The columns would change beyond the contract of the dataset; `transition_not_allowed`: The state of the dataset does not lead there; `conflict`: The thing is not in a state that allows this; `upload_incomplete`: Not all of the file has been received; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_publish_in_progress"] | components["schemas"]["Problem_mode_not_possible"] | components["schemas"]["Problem_schema_contract"] | components["schemas"]["Problem_transition_not_allowed"] | components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_upload_incomplete"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `faulty_upload`: The file has faults, and nothing of it was published; `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_faulty_upload"] | components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "datasets.version": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDetail"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "datasets.updateVersion": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionChanges"];
            };
        };
        responses: {
            /** @description The version with its new note */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDetail"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "datasets.versionQuality": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quality of the version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quality"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key; `no_version_published`: The dataset has no published version yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"] | components["schemas"]["Problem_no_version_published"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "datasets.reject": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                number: number;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionRejection"];
            };
        };
        responses: {
            /** @description The rejected version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDetail"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "datasets.release": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                number: number;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionRelease"];
            };
        };
        responses: {
            /** @description The version, which is the current one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDetail"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `publish_in_progress`: Another version of this dataset is being published; `transition_not_allowed`: The state of the dataset does not lead there; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_publish_in_progress"] | components["schemas"]["Problem_transition_not_allowed"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "datasets.retract": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                number: number;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedRetraction"];
            };
        };
        responses: {
            /** @description The retracted version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retraction"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `schema_contract`: The columns would change beyond the contract of the dataset; `publish_in_progress`: Another version of this dataset is being published; `transition_not_allowed`: The state of the dataset does not lead there; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_schema_contract"] | components["schemas"]["Problem_publish_in_progress"] | components["schemas"]["Problem_transition_not_allowed"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `version_retracted`: The version was withdrawn; `version_removed`: The version is no longer kept */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_version_retracted"] | components["schemas"]["Problem_version_removed"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "datasets.rollback": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                number: number;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rollback"];
            };
        };
        responses: {
            /** @description The current version, whose rows these are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description The new version, which is the current one */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `schema_contract`: The columns would change beyond the contract of the dataset; `publish_in_progress`: Another version of this dataset is being published; `transition_not_allowed`: The state of the dataset does not lead there; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_schema_contract"] | components["schemas"]["Problem_publish_in_progress"] | components["schemas"]["Problem_transition_not_allowed"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `version_retracted`: The version was withdrawn; `version_removed`: The version is no longer kept */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_version_retracted"] | components["schemas"]["Problem_version_removed"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "datasets.setWeights": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWeights"];
            };
        };
        responses: {
            /** @description The dataset as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "estimates.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEstimate"];
            };
        };
        responses: {
            /** @description The estimate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Estimate"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `subscription_required`: The partner has no live subscription to this dataset; `feature_not_licensed`: The tier of the subscription does not include this feature; `terms_not_accepted`: The partner has yet to accept the terms of the dataset; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_subscription_required"] | components["schemas"]["Problem_feature_not_licensed"] | components["schemas"]["Problem_terms_not_accepted"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key; `no_version_published`: The dataset has no published version yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"] | components["schemas"]["Problem_no_version_published"];
                };
            };
            /** @description `dataset_retired`: The dataset is retired: it serves no rows and no exports; `version_retracted`: The version was withdrawn; `version_removed`: The version is no longer kept */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_dataset_retired"] | components["schemas"]["Problem_version_retracted"] | components["schemas"]["Problem_version_removed"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `query_too_broad`: No index serves this query */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_query_too_broad"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "exports.list": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                dataset?: string;
                /** @description How many to answer with at most. */
                limit?: number;
                /** @description For operators, who see the exports of all partners. */
                partner_id?: string;
                /** @description `ready`, `failed` and `canceled` end the job; `ready` becomes `expired`. */
                status?: components["schemas"]["ExportStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of exports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPage"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "exports.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewExport"];
            };
        };
        responses: {
            /** @description The queued export */
            202: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `subscription_required`: The partner has no live subscription to this dataset; `feature_not_licensed`: The tier of the subscription does not include this feature; `policy_unfit`: What the tier shows of this version cannot be decided; `terms_not_accepted`: The partner has yet to accept the terms of the dataset; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_subscription_required"] | components["schemas"]["Problem_feature_not_licensed"] | components["schemas"]["Problem_policy_unfit"] | components["schemas"]["Problem_terms_not_accepted"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key; `no_version_published`: The dataset has no published version yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"] | components["schemas"]["Problem_no_version_published"];
                };
            };
            /** @description `too_many`: There are as many of these as may be; `export_room_full`: The exports of the partner have all the room they may; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_too_many"] | components["schemas"]["Problem_export_room_full"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `dataset_retired`: The dataset is retired: it serves no rows and no exports; `version_retracted`: The version was withdrawn; `version_removed`: The version is no longer kept */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_dataset_retired"] | components["schemas"]["Problem_version_retracted"] | components["schemas"]["Problem_version_removed"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `too_many_rows`: It would have more rows than the caller allows; `query_too_broad`: No index serves this query; `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_too_many_rows"] | components["schemas"]["Problem_query_too_broad"] | components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `quota_exceeded`: The quota is used up; `spending_limit_reached`: The monthly spending limit is reached; `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_quota_exceeded"] | components["schemas"]["Problem_spending_limit_reached"] | components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "exports.retrieve": {
        parameters: {
            query?: {
                /** @description How long the answer may wait for the status to change. It comes at once when the job has ended. */
                wait_seconds?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "exports.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export without its files */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "exports.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The canceled export */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "exports.file": {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
                "if-none-match"?: string;
                /** @description The strong ETag of what the caller has of the file. */
                "if-range"?: string;
                /** @description One range of bytes: `bytes=0-1023`, `bytes=1024-`, `bytes=-16`. */
                range?: string;
            };
            path: {
                id: string;
                /** @description As the manifest has it. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Accept-Ranges"?: string;
                    "Content-Disposition"?: string;
                    "Content-Length"?: string;
                    ETag?: string;
                    "Repr-Digest"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": string;
                    "application/vnd.apache.parquet": string;
                    "application/x-ndjson": string;
                    "application/zstd": string;
                    "text/csv": string;
                };
            };
            /** @description A part of it */
            206: {
                headers: {
                    "Accept-Ranges"?: string;
                    "Content-Disposition"?: string;
                    "Content-Length"?: string;
                    "Content-Range"?: string;
                    ETag?: string;
                    "Repr-Digest"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": string;
                    "application/vnd.apache.parquet": string;
                    "application/x-ndjson": string;
                    "application/zstd": string;
                    "text/csv": string;
                };
            };
            /** @description The file is the one the caller has */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `export_not_ready`: The export is not ready */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_export_not_ready"];
                };
            };
            /** @description `export_expired`: The export has expired; `version_retracted`: The version was withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_export_expired"] | components["schemas"]["Problem_version_retracted"];
                };
            };
            /** @description `precondition_failed`: The file is not the one If-Match names */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_precondition_failed"];
                };
            };
            /** @description `range_not_satisfiable`: The file has none of the bytes asked for */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_range_not_satisfiable"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "exports.links": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLinks"];
            };
        };
        responses: {
            /** @description The links */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Links"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `export_not_ready`: The export is not ready; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_export_not_ready"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `export_expired`: The export has expired; `version_retracted`: The version was withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_export_expired"] | components["schemas"]["Problem_version_retracted"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "exports.manifest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `export_not_ready`: The export is not ready */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_export_not_ready"];
                };
            };
            /** @description `export_expired`: The export has expired; `version_retracted`: The version was withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_export_expired"] | components["schemas"]["Problem_version_retracted"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "exports.renew": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export with its new end */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `export_not_ready`: The export is not ready; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_export_not_ready"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `export_expired`: The export has expired; `version_retracted`: The version was withdrawn; `version_removed`: The version is no longer kept */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_export_expired"] | components["schemas"]["Problem_version_retracted"] | components["schemas"]["Problem_version_removed"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "keys.failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sources, most first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyFailures"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "keys.retrieve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "keys.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyChanges"];
            };
        };
        responses: {
            /** @description The key as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `beyond_own_rights`: A key cannot give more than it has; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_beyond_own_rights"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `would_lock_out`: The key could not be used from where it is used now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_would_lock_out"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "keys.retire": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The old key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `no_overlap`: No rotation of this key is in its overlap; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_no_overlap"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "keys.revoke": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revoked key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `last_operator_key`: The last operator key that can make others cannot be revoked; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_last_operator_key"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "keys.rotate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rotation"];
            };
        };
        responses: {
            /** @description The new key with its secret; `predecessor` is the old one */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeySecret"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `beyond_own_rights`: A key cannot give more than it has; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_beyond_own_rights"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `key_not_rotatable`: An expired, revoked or replaced key cannot be rotated; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_key_not_rotatable"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "ledger.rotateKey": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKey"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "me.retrieve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "operatorKeys.list": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /** @description How many to answer with at most. */
                limit?: number;
                /** @description `retiring`: replaced by a rotation, and still works until `retires_at`. */
                status?: components["schemas"]["KeyStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPage"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "operatorKeys.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOperatorKey"];
            };
        };
        responses: {
            /** @description The new key with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeySecret"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `beyond_own_rights`: A key cannot give more than it has; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_beyond_own_rights"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `too_many`: There are as many of these as may be; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_too_many"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "partners.list": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /** @description Exactly this address, in any case. */
                email?: string;
                /** @description How many to answer with at most. */
                limit?: number;
                /** @description Whether every step of the onboarding is done. */
                onboarded?: boolean;
                plan?: "free" | "starter" | "professional" | "enterprise" | "research";
                status?: components["schemas"]["PartnerStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of partners */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerPage"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "partners.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPartner"];
            };
        };
        responses: {
            /** @description The new partner */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `already_exists`: There is one already; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_already_exists"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "partners.retrieve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The partner */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "partners.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerChanges"];
            };
        };
        responses: {
            /** @description The partner as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `already_exists`: There is one already; `conflict`: The thing is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_already_exists"] | components["schemas"]["Problem_conflict"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "keys.list": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /** @description How many to answer with at most. */
                limit?: number;
                /** @description `retiring`: replaced by a rotation, and still works until `retires_at`. */
                status?: components["schemas"]["KeyStatus"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPage"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "keys.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description The new key with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeySecret"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `beyond_own_rights`: A key cannot give more than it has; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_beyond_own_rights"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `too_many`: There are as many of these as may be; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_too_many"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "partners.onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The steps in order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Onboarding"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "partners.completeStep": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                step: components["schemas"]["OnboardingStep"] & unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDone"];
            };
        };
        responses: {
            /** @description The steps as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Onboarding"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "partners.reopenStep": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                step: components["schemas"]["OnboardingStep"] & unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The steps as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Onboarding"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "partners.reactivate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The active partner */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "partners.suspend": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suspended partner */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "sql.run": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for one call, the same for its retries: within ten minutes the same call with the same query is answered again and not charged again. The SDK sends one. */
                "WizData-Call"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SqlQuery"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "WizData-Bytes-Scanned"?: string;
                    "WizData-Receipt"?: string;
                    "WizData-Rows"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SqlResult"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `subscription_required`: The partner has no live subscription to this dataset; `feature_not_licensed`: The tier of the subscription does not include this feature; `terms_not_accepted`: The partner has yet to accept the terms of the dataset; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_subscription_required"] | components["schemas"]["Problem_feature_not_licensed"] | components["schemas"]["Problem_terms_not_accepted"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key; `no_version_published`: The dataset has no published version yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"] | components["schemas"]["Problem_no_version_published"];
                };
            };
            /** @description `not_acceptable`: Nothing that can be given is acceptable to the caller */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_acceptable"];
                };
            };
            /** @description `dataset_retired`: The dataset is retired: it serves no rows and no exports */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_dataset_retired"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `faulty_sql`: The statement is not one SELECT that can be run; `sql_too_broad`: The statement takes more than one may */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_faulty_sql"] | components["schemas"]["Problem_sql_too_broad"];
                };
            };
            /** @description `quota_exceeded`: The quota is used up; `spending_limit_reached`: The monthly spending limit is reached; `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_quota_exceeded"] | components["schemas"]["Problem_spending_limit_reached"] | components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "subscriptions.list": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                dataset?: string;
                /** @description How many to answer with at most. */
                limit?: number;
                partner_id?: string;
                status?: components["schemas"]["SubscriptionStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of subscriptions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionPage"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "subscriptions.retrieve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "subscriptions.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description The subscription, canceled or with the time it ends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `not_self_service`: The operator does this for the partner; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_self_service"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "subscriptions.change": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionChange"];
            };
        };
        responses: {
            /** @description The subscription as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `not_self_service`: The operator does this for the partner; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_self_service"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `dataset_retired`: The dataset is retired: it serves no rows and no exports */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_dataset_retired"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "subscriptions.overrideLimits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLimitsOverride"];
            };
        };
        responses: {
            /** @description The subscription with its override */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "subscriptions.restoreLimits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription, without an override */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "subscriptions.resume": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription, with nothing pending */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `not_self_service`: The operator does this for the partner; `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_self_service"] | components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "uploads.list": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                dataset?: string;
                /** @description How many to answer with at most. */
                limit?: number;
                /** @description `open` takes parts; a published one does not any more. */
                status?: components["schemas"]["UploadStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of uploads */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileUploadPage"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "uploads.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUpload"];
            };
        };
        responses: {
            /** @description The upload, which is open */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileUpload"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `too_many`: There are as many of these as may be; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_too_many"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "uploads.retrieve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upload with its parts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileUploadDetail"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "uploads.abort": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upload as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileUpload"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "uploads.sendPart": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                /** @description The place of the part in the file. */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The part, which is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadPart"];
                };
            };
            /** @description `digest_mismatch`: The bytes are not those that their digest names; `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_digest_mismatch"] | components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "usage.report": {
        parameters: {
            query?: {
                /** @description What each row sums up. `status` also counts calls that were refused, by problem code. */
                by?: "day" | "month" | "dataset" | "key" | "operation" | "status";
                dataset?: string;
                /** @description Instead of an `Accept` header. */
                format?: "json" | "csv";
                /** @description First day, in the partner's time zone. Default: the first of this month. */
                from?: string;
                /** @description One key. By lineage, see `by=key`: a rotation gives a lineage another key. */
                key_id?: string;
                operation?: string;
                /** @description Whose usage. An operator gives it; a partner's key sees its own. */
                partner_id?: string;
                /** @description The day after the last one. Default: the first of the month after `from`, and after today. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageReport"];
                    "text/csv": string;
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "usage.events": {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                dataset?: string;
                /** @description Answers made at this instant and later. */
                from?: string;
                key_id?: string;
                /** @description How many to answer with at most. A page may have fewer, or none, and still not be the last. */
                limit?: number;
                /** @description Whose usage. An operator gives it; a partner's key sees its own. */
                partner_id?: string;
                /** @description Answers made before this instant. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of usage events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageEventPage"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "usage.record": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReportedUsage"];
            };
        };
        responses: {
            /** @description The usage event of each, and whether it is new */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportedUsageResult"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `usage_conflict`: Usage of this name was reported with other content; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_usage_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "usage.event": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The usage event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageEvent"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "usage.reverse": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReversal"];
            };
        };
        responses: {
            /** @description The reversal */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageEvent"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `conflict`: The thing is not in a state that allows this; `idempotency_in_progress`: A call with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_conflict"] | components["schemas"]["Problem_idempotency_in_progress"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_idempotency_key_reused"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
            /** @description `storage_full`: There is no room to store this */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_storage_full"];
                };
            };
        };
    };
    "usage.ledger": {
        parameters: {
            query: {
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /** @description In UTC. */
                day: string;
                /** @description How many events to answer with at most. */
                limit?: number;
                /** @description Whose events. An operator gives it; a partner's key sees its own. */
                partner_id?: string;
                /** @description Only the event with this id, which a metered answer carries as `WizData-Receipt`. */
                receipt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The day, the proof of the partner's part of it, and a page of its events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageLedger"];
                };
            };
            /** @description `invalid_cursor`: The cursor is not one that this list gave; `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_cursor"] | components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `ledger_not_signed`: The ledger of this day is not signed yet */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_ledger_not_signed"];
                };
            };
            /** @description `ledger_not_readable`: The events of this day are not those that were signed */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_ledger_not_readable"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "usage.limits": {
        parameters: {
            query?: {
                /** @description Whose usage. An operator gives it; a partner's key sees its own. */
                partner_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every limit of the partner */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "usage.receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptsQuestion"];
            };
        };
        responses: {
            /** @description What has no counterpart, and what differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptsAnswer"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract; `invalid_json`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"] | components["schemas"]["Problem_invalid_json"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_payload_too_large"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a type or encoding that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unsupported_media_type"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "usage.reconciliation": {
        parameters: {
            query?: {
                /** @description The first of the partners' own days. Default: that of this month. */
                from?: string;
                /** @description Only this partner. Blocks are everybody's all the same. */
                partner_id?: string;
                /** @description The day after the last one, at most 31 days later. Default: the first of the month after `from`. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What differs, and what all of it comes to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "usage.explain": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `Request-Id` of an answer, or its receipt (`WizData-Receipt`), which is known for good: answers of archived months are found by their receipts only. */
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each metered answer of the request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageExplanation"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `not_found`: There is no such thing, or it is not visible to this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_not_found"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
    "usage.totals": {
        parameters: {
            query?: {
                /** @description What each row sums up. */
                by?: "partner" | "month" | "dataset" | "operation" | "status";
                dataset?: string;
                /** @description First month, in each partner's time zone. Default: this month. */
                from?: string;
                operation?: string;
                /** @description The month after the last one. Default: the month after `from`, and after this one. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageTotals"];
                };
            };
            /** @description `invalid_request`: The request does not match the contract */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_invalid_request"];
                };
            };
            /** @description `unauthenticated`: No valid API key was sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unauthenticated"];
                };
            };
            /** @description `insufficient_scope`: The API key lacks the scope this needs; `forbidden`: This is not for this kind of API key; `partner_suspended`: The partner is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_insufficient_scope"] | components["schemas"]["Problem_forbidden"] | components["schemas"]["Problem_partner_suspended"];
                };
            };
            /** @description `rate_limited`: Too many calls in a minute */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_rate_limited"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_internal"];
                };
            };
            /** @description `unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_unavailable"];
                };
            };
        };
    };
}

export interface paths {
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
         * Rename a key
         * @description The name belongs to the lineage: a key and its replacement share it.
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
         * @description Fields that are not given stay as they are. Limits of a new plan apply from the next request; a new time zone from the next day.
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
         * @description The secret is in this answer and nowhere else. A partner's own key may create keys with its own scopes or fewer, and no longer life.
         */
        post: operations["keys.create"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Limits of this key alone, below those of license and plan. A rotation keeps them and what was counted. */
        Caps: {
            per_day: number | null;
            per_minute: number | null;
            per_month: number | null;
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
        KeyChanges: {
            /** @example nightly pull */
            name: string;
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
        NewKey: {
            /**
             * @description Absent: it may be used from everywhere.
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
        NewOperatorKey: {
            /**
             * @description Absent: it may be used from everywhere.
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
            /**
             * @default Africa/Johannesburg
             * @example Africa/Johannesburg
             */
            time_zone?: string;
        };
        Partner: {
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
            status: components["schemas"]["PartnerStatus"];
            /**
             * @description Days, months and billing periods begin at midnight here.
             * @example Africa/Johannesburg
             */
            time_zone: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:30:00.000Z
             */
            updated_at: string;
        };
        PartnerChanges: {
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
        Problem_already_exists: {
            /** @enum {string} */
            code: "already_exists";
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 409;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "There is one already";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/already_exists";
        };
        Problem_beyond_own_rights: {
            /** @enum {string} */
            code: "beyond_own_rights";
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 403;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 409;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The thing is not in a state that allows this";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/conflict";
        };
        Problem_forbidden: {
            /** @enum {string} */
            code: "forbidden";
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 403;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 409;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 422;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 403;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 500;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 400;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 400;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 400;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 409;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 409;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The last operator key that can make others cannot be revoked";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/last_operator_key";
        };
        Problem_no_overlap: {
            /** @enum {string} */
            code: "no_overlap";
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 409;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "No rotation of this key is in its overlap";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/no_overlap";
        };
        Problem_not_found: {
            /** @enum {string} */
            code: "not_found";
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 404;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "There is no such thing, or it is not visible to this key";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/not_found";
        };
        Problem_partner_suspended: {
            /** @enum {string} */
            code: "partner_suspended";
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 403;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 413;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The body is too large";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/payload_too_large";
        };
        Problem_rate_limited: {
            /** @enum {string} */
            code: "rate_limited";
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 429;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "Too many calls in a minute";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/rate_limited";
        };
        Problem_storage_full: {
            /** @enum {string} */
            code: "storage_full";
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 507;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "There is no room to store this";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/storage_full";
        };
        Problem_too_many: {
            /** @enum {string} */
            code: "too_many";
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 409;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "There are as many of these as may be";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/too_many";
        };
        Problem_unauthenticated: {
            /** @enum {string} */
            code: "unauthenticated";
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 401;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 503;
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
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            fault_count?: number;
            faults?: {
                column: string | null;
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
            request_id: string;
            /** @description The scope the key lacks. */
            required_scope?: string;
            /** @enum {number} */
            status: 415;
            /** @description Tiers that would allow it. */
            tiers?: string[];
            /** @enum {string} */
            title: "The body is of a type or encoding that is not read here";
            /** @enum {string} */
            type: "https://wizdata.dev/problems/unsupported_media_type";
        };
        Rotation: {
            /**
             * @description How long the old key still works: 0 to 7 days.
             * @default 86400
             * @example 3600
             */
            overlap_seconds?: number;
        };
        /** @enum {string} */
        Scope: "datasets:read" | "datasets:write" | "data:read" | "exports:read" | "exports:write" | "usage:read" | "partners:read" | "partners:write" | "keys:read" | "keys:write" | "subscriptions:read" | "subscriptions:write" | "operators:read" | "operators:write";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
            /** @description `already_exists`: There is one already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem_already_exists"];
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
}

export interface paths {
    "/api/v2/keys/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask whether a key is good
         * @description Answers 200 for every verdict.
         */
        post: operations["verifyKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/keys/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look at the key that you send */
        get: operations["readOwnKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/forward-auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Let a proxy ask before it lets a request through
         * @description Answers every method. What a good key is, its X-Latchkey headers say; there is no body.
         */
        get: operations["forwardAuth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Introspect a key as RFC 7662 does */
        post: operations["introspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/keys/report-leak": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report keys that were found in public
         * @description The answer is the same whether or not a text is a key.
         */
        post: operations["reportLeak"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs */
        get: operations["readLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process wants work */
        get: operations["readReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List keys, the newest first */
        get: operations["listKeys"];
        put?: never;
        /**
         * Create a key
         * @description No key makes one that holds more than itself does, nor one that manages keys.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a key */
        get: operations["getKey"];
        put?: never;
        post?: never;
        /**
         * Move a key to the trash
         * @description It stops at once, and can be restored for 30 days.
         */
        delete: operations["deleteKey"];
        options?: never;
        head?: never;
        /**
         * Change a key
         * @description What is left out stays as it is.
         */
        patch: operations["editKey"];
        trace?: never;
    };
    "/api/v2/keys/{keyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a key a new secret
         * @description The secret before goes on for the overlap. An older one still ends now.
         */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/keys/{keyId}/end-overlap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a key's older secret now */
        post: operations["endKeyOverlap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/keys/{keyId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch a key off */
        post: operations["disableKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/keys/{keyId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch a key on */
        post: operations["enableKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/keys/{keyId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a key for ever */
        post: operations["revokeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/keys/{keyId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a key back from the trash */
        post: operations["restoreKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/keys/{keyId}/keep-alive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count as a use for the inactivity rule */
        post: operations["keepKeyAlive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/keys/{keyId}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count a key's uses by hour or day and verdict
         * @description Without a range: the last day by hour, or the last 30 days by day. Up to 31 days by hour and 400 by day at once. Uses of the last seconds may be missing.
         */
        get: operations["readKeyUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List audit events, the newest first */
        get: operations["listAuditEvents"];
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
        CreateKey: {
            title: string;
            description?: string;
            /** @description Agency keys: the locations that it acts on; null for all of them. */
            locationIds?: string[] | null;
            /**
             * @description READONLY unless you say ADMIN. It holds the reading form of each scope.
             * @enum {string}
             */
            role?: "ADMIN" | "READONLY";
            scopes: ("contacts.readonly" | "contacts.write" | "forms.readonly" | "forms.write" | "links.readonly" | "links.write" | "workflows.readonly" | "workflows.write" | "locations.readonly" | "locations.write" | "users.readonly" | "users.write" | "keys.readonly" | "keys.write" | "oauth.readonly" | "oauth.write" | "keys.verify" | "usage.readonly" | "audit.readonly")[];
            /** @description When it ends by itself; null for never. */
            expiresAt?: string | null;
            /** @description Addresses and CIDR ranges; none lets every address in. */
            allowedAddresses?: string[];
            /** @description Uses in a window of so many seconds; null for no limit. */
            rateLimit?: {
                max: number;
                /** @enum {number} */
                seconds: 1 | 60 | 3600;
            } | null;
            /** @description Uses that are left; null for any number. */
            credits?: number | null;
            refill?: ({
                amount: number;
                /** @constant */
                every: "DAY";
            } | {
                amount: number;
                /** @constant */
                every: "MONTH";
                day: number;
            }) | null;
            /** @description Days without use before it is deleted; null as the agency says. */
            inactivityDays?: number | null;
            /** @description The inactivity rule leaves it alone. */
            inactivityExempt?: boolean;
            rotateEveryDays?: number | null;
            /** @description Up to 10 words that people find it by, each once. */
            labels?: string[];
            /** @enum {string} */
            level: "AGENCY" | "LOCATION";
            /** @description Location keys: the location that it is for. */
            locationId?: string | null;
        };
        EditKey: {
            title?: string;
            description?: string;
            /** @description Agency keys: the locations that it acts on; null for all of them. */
            locationIds?: string[] | null;
            /**
             * @description READONLY holds the reading form of each scope.
             * @enum {string}
             */
            role?: "ADMIN" | "READONLY";
            scopes?: ("contacts.readonly" | "contacts.write" | "forms.readonly" | "forms.write" | "links.readonly" | "links.write" | "workflows.readonly" | "workflows.write" | "locations.readonly" | "locations.write" | "users.readonly" | "users.write" | "keys.readonly" | "keys.write" | "oauth.readonly" | "oauth.write" | "keys.verify" | "usage.readonly" | "audit.readonly")[];
            /** @description When it ends by itself; null for never. */
            expiresAt?: string | null;
            /** @description Addresses and CIDR ranges; none lets every address in. */
            allowedAddresses?: string[];
            /** @description Uses in a window of so many seconds; null for no limit. */
            rateLimit?: {
                max: number;
                /** @enum {number} */
                seconds: 1 | 60 | 3600;
            } | null;
            /** @description Uses that are left; null for any number. */
            credits?: number | null;
            refill?: ({
                amount: number;
                /** @constant */
                every: "DAY";
            } | {
                amount: number;
                /** @constant */
                every: "MONTH";
                day: number;
            }) | null;
            /** @description Days without use before it is deleted; null as the agency says. */
            inactivityDays?: number | null;
            /** @description The inactivity rule leaves it alone. */
            inactivityExempt?: boolean;
            rotateEveryDays?: number | null;
            /** @description Up to 10 words that people find it by, each once. */
            labels?: string[];
            /** @description The version that you saw. When the key is at another by now, nothing is changed (409). */
            version?: number;
        };
        RotateKey: {
            /** @description How long the secret before goes on; 0 ends it at once. */
            overlapSeconds: number;
            /** @description The version that you saw. When the key is at another by now, nothing is changed (409). */
            version?: number;
        };
        EndOverlap: {
            /** @description The version that you saw. When the key is at another by now, nothing is changed (409). */
            version?: number;
        };
        RevokeKey: {
            reason: string;
        };
        Verdict: {
            valid: boolean;
            /** @enum {string} */
            code: "NOT_FOUND" | "REVOKED" | "DISABLED" | "EXPIRED" | "SUSPENDED" | "FORBIDDEN" | "INSUFFICIENT_PERMISSIONS" | "RATE_LIMITED" | "USAGE_EXCEEDED" | "VALID";
            detail: string;
            requestId: string;
            /** Format: uuid */
            keyId?: string;
            /** @enum {string} */
            level?: "AGENCY" | "LOCATION";
            /** Format: uuid */
            agencyId?: string;
            locationIds?: string[];
            title?: string;
            /** @enum {string} */
            role?: "ADMIN" | "READONLY";
            scopes?: string[];
            expiresAt?: string | null;
            rateLimit?: {
                limit: number;
                remaining: number;
                /** Format: date-time */
                resetAt: string;
            } | null;
            credits?: {
                remaining: number;
            } | null;
        };
        Problem: {
            /**
             * Format: uri
             * @description The page that explains this code.
             */
            type: string;
            title: string;
            status: number;
            /** @description For the person who reads it. */
            detail: string;
            /** @description For programs. */
            code: string;
            requestId: string;
            /** @description Each wrong field and its rule. */
            errors?: {
                field: string;
                message: string;
            }[];
            /** @description The detail, for clients of API 1.0. */
            msg: string;
            /** @description The status, for clients of API 2.0. */
            statusCode: number;
            /** @description The detail, for clients of API 2.0. */
            message: string;
            /** @description The title, for clients of API 2.0. */
            error: string;
        };
        OwnVerdict: {
            valid: boolean;
            /** @enum {string} */
            code: "NOT_FOUND" | "REVOKED" | "DISABLED" | "EXPIRED" | "SUSPENDED" | "FORBIDDEN" | "INSUFFICIENT_PERMISSIONS" | "RATE_LIMITED" | "USAGE_EXCEEDED" | "VALID";
            detail: string;
            requestId: string;
            /** Format: uuid */
            keyId: string;
            /** @enum {string} */
            level: "AGENCY" | "LOCATION";
            /** Format: uuid */
            agencyId: string;
            locationIds: string[];
            title: string;
            /** @enum {string} */
            role: "ADMIN" | "READONLY";
            scopes: string[];
            expiresAt: string | null;
            rateLimit: {
                limit: number;
                remaining: number;
                /** Format: date-time */
                resetAt: string;
            } | null;
            credits: {
                remaining: number;
            } | null;
        };
        Introspection: {
            active: boolean;
            scope?: string;
            client_id?: string;
            sub?: string;
            exp?: number;
            iat?: number;
            /** @constant */
            token_type?: "Bearer";
        };
        KeyPage: {
            data: components["schemas"]["Key"][];
            nextCursor: string | null;
        };
        Key: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            level: "AGENCY" | "LOCATION";
            /** @description Location keys: their location. */
            locationId: string | null;
            /** @description Agency keys: the locations it acts on; null for all. */
            locationIds: string[] | null;
            title: string;
            description: string;
            /** @description Words that people find it by. */
            labels: string[];
            /** @enum {string} */
            role: "ADMIN" | "READONLY";
            scopes: ("contacts.readonly" | "contacts.write" | "forms.readonly" | "forms.write" | "links.readonly" | "links.write" | "workflows.readonly" | "workflows.write" | "locations.readonly" | "locations.write" | "users.readonly" | "users.write" | "keys.readonly" | "keys.write" | "oauth.readonly" | "oauth.write" | "keys.verify" | "usage.readonly" | "audit.readonly")[];
            /** @enum {string} */
            status: "Active" | "Inactive" | "Expired" | "Revoked";
            /** @description Its beginning and its last four characters. */
            masked: string;
            allowedAddresses: string[];
            rateLimit: {
                max: number;
                seconds: number;
            } | null;
            credits: {
                remaining: number;
                refill: ({
                    amount: number;
                    /** @constant */
                    every: "DAY";
                } | {
                    amount: number;
                    /** @constant */
                    every: "MONTH";
                    day: number;
                }) | null;
                refillsAt: string | null;
            } | null;
            expiresAt: string | null;
            revokedReason: string | null;
            /** @description Uses of the last seconds may be missing. */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Who made it, by the name of that time. */
            createdBy: string;
            inactivityDays: number | null;
            inactivityExempt: boolean;
            /** @description When it is deleted for want of use, once its managers were told. */
            deletesAt: string | null;
            rotateEveryDays: number | null;
            /** @description Goes up with each change. */
            version: number;
        };
        NewKey: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            level: "AGENCY" | "LOCATION";
            /** @description Location keys: their location. */
            locationId: string | null;
            /** @description Agency keys: the locations it acts on; null for all. */
            locationIds: string[] | null;
            title: string;
            description: string;
            /** @description Words that people find it by. */
            labels: string[];
            /** @enum {string} */
            role: "ADMIN" | "READONLY";
            scopes: ("contacts.readonly" | "contacts.write" | "forms.readonly" | "forms.write" | "links.readonly" | "links.write" | "workflows.readonly" | "workflows.write" | "locations.readonly" | "locations.write" | "users.readonly" | "users.write" | "keys.readonly" | "keys.write" | "oauth.readonly" | "oauth.write" | "keys.verify" | "usage.readonly" | "audit.readonly")[];
            /** @enum {string} */
            status: "Active" | "Inactive" | "Expired" | "Revoked";
            /** @description Its beginning and its last four characters. */
            masked: string;
            allowedAddresses: string[];
            rateLimit: {
                max: number;
                seconds: number;
            } | null;
            credits: {
                remaining: number;
                refill: ({
                    amount: number;
                    /** @constant */
                    every: "DAY";
                } | {
                    amount: number;
                    /** @constant */
                    every: "MONTH";
                    day: number;
                }) | null;
                refillsAt: string | null;
            } | null;
            expiresAt: string | null;
            revokedReason: string | null;
            /** @description Uses of the last seconds may be missing. */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Who made it, by the name of that time. */
            createdBy: string;
            inactivityDays: number | null;
            inactivityExempt: boolean;
            /** @description When it is deleted for want of use, once its managers were told. */
            deletesAt: string | null;
            rotateEveryDays: number | null;
            /** @description Goes up with each change. */
            version: number;
            /** @description The secret. It is in this answer only. */
            key: string;
        };
        ChangedKey: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            level: "AGENCY" | "LOCATION";
            /** @description Location keys: their location. */
            locationId: string | null;
            /** @description Agency keys: the locations it acts on; null for all. */
            locationIds: string[] | null;
            title: string;
            description: string;
            /** @description Words that people find it by. */
            labels: string[];
            /** @enum {string} */
            role: "ADMIN" | "READONLY";
            scopes: ("contacts.readonly" | "contacts.write" | "forms.readonly" | "forms.write" | "links.readonly" | "links.write" | "workflows.readonly" | "workflows.write" | "locations.readonly" | "locations.write" | "users.readonly" | "users.write" | "keys.readonly" | "keys.write" | "oauth.readonly" | "oauth.write" | "keys.verify" | "usage.readonly" | "audit.readonly")[];
            /** @enum {string} */
            status: "Active" | "Inactive" | "Expired" | "Revoked";
            /** @description Its beginning and its last four characters. */
            masked: string;
            allowedAddresses: string[];
            rateLimit: {
                max: number;
                seconds: number;
            } | null;
            credits: {
                remaining: number;
                refill: ({
                    amount: number;
                    /** @constant */
                    every: "DAY";
                } | {
                    amount: number;
                    /** @constant */
                    every: "MONTH";
                    day: number;
                }) | null;
                refillsAt: string | null;
            } | null;
            expiresAt: string | null;
            revokedReason: string | null;
            /** @description Uses of the last seconds may be missing. */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Who made it, by the name of that time. */
            createdBy: string;
            inactivityDays: number | null;
            inactivityExempt: boolean;
            /** @description When it is deleted for want of use, once its managers were told. */
            deletesAt: string | null;
            rotateEveryDays: number | null;
            /** @description Goes up with each change. */
            version: number;
            /** @description Whether every process has confirmed that it goes by the change. */
            propagated: boolean;
            /** @description How many have not; 0 when nobody could be asked. */
            laggards?: number;
            /**
             * Format: date-time
             * @description From then on none of them goes by the state before.
             */
            certainBy?: string;
        };
        DeletedKey: {
            /** Format: uuid */
            id: string;
            /** @constant */
            deleted: true;
            /** @description Whether every process has confirmed that it goes by the change. */
            propagated: boolean;
            /** @description How many have not; 0 when nobody could be asked. */
            laggards?: number;
            /**
             * Format: date-time
             * @description From then on none of them goes by the state before.
             */
            certainBy?: string;
        };
        RotatedKey: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            level: "AGENCY" | "LOCATION";
            /** @description Location keys: their location. */
            locationId: string | null;
            /** @description Agency keys: the locations it acts on; null for all. */
            locationIds: string[] | null;
            title: string;
            description: string;
            /** @description Words that people find it by. */
            labels: string[];
            /** @enum {string} */
            role: "ADMIN" | "READONLY";
            scopes: ("contacts.readonly" | "contacts.write" | "forms.readonly" | "forms.write" | "links.readonly" | "links.write" | "workflows.readonly" | "workflows.write" | "locations.readonly" | "locations.write" | "users.readonly" | "users.write" | "keys.readonly" | "keys.write" | "oauth.readonly" | "oauth.write" | "keys.verify" | "usage.readonly" | "audit.readonly")[];
            /** @enum {string} */
            status: "Active" | "Inactive" | "Expired" | "Revoked";
            /** @description Its beginning and its last four characters. */
            masked: string;
            allowedAddresses: string[];
            rateLimit: {
                max: number;
                seconds: number;
            } | null;
            credits: {
                remaining: number;
                refill: ({
                    amount: number;
                    /** @constant */
                    every: "DAY";
                } | {
                    amount: number;
                    /** @constant */
                    every: "MONTH";
                    day: number;
                }) | null;
                refillsAt: string | null;
            } | null;
            expiresAt: string | null;
            revokedReason: string | null;
            /** @description Uses of the last seconds may be missing. */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Who made it, by the name of that time. */
            createdBy: string;
            inactivityDays: number | null;
            inactivityExempt: boolean;
            /** @description When it is deleted for want of use, once its managers were told. */
            deletesAt: string | null;
            rotateEveryDays: number | null;
            /** @description Goes up with each change. */
            version: number;
            /** @description Whether every process has confirmed that it goes by the change. */
            propagated: boolean;
            /** @description How many have not; 0 when nobody could be asked. */
            laggards?: number;
            /**
             * Format: date-time
             * @description From then on none of them goes by the state before.
             */
            certainBy?: string;
            /** @description The secret. It is in this answer only. */
            key: string;
            /**
             * Format: date-time
             * @description When the secret before ends.
             */
            olderSecretEndsAt: string;
        };
        KeyUsage: {
            /** Format: uuid */
            keyId: string;
            /** @enum {string} */
            by: "hour" | "day";
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @description Oldest first, in UTC. Hours and days without use are left out. */
            data: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                verdict: "NOT_FOUND" | "REVOKED" | "DISABLED" | "EXPIRED" | "SUSPENDED" | "FORBIDDEN" | "INSUFFICIENT_PERMISSIONS" | "RATE_LIMITED" | "USAGE_EXCEEDED" | "VALID";
                uses: number;
            }[];
            lastUsedAt: string | null;
        };
        AuditEventPage: {
            data: components["schemas"]["AuditEvent"][];
            nextCursor: string | null;
        };
        AuditEvent: {
            /** @description Counts up in each agency, without gaps. */
            seq: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            actor: {
                kind: string;
                /** @description Whom to ask for as actorId; null for nobody who signed in. */
                id: string | null;
                /** @description The name of that time. */
                name: string;
            };
            action: string;
            subject: {
                kind: string;
                id: string;
                name: string | null;
            };
            locationName: string | null;
            address: string;
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
        };
    };
    responses: {
        /** @description The request cannot be read. */
        Refused400: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No valid key. */
        Refused401: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A valid key that may not do this. */
        Refused403: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In conflict with the present state. */
        Refused409: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        Refused413: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of another type. */
        Refused415: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Some of the input cannot be accepted. */
        Refused422: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests, or a quota is used up. */
        Refused429: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Our fault. */
        Refused500: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Cannot be known right now. */
        Refused503: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other refusal. */
        Refused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Absent, or not yours. */
        Refused404: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The id of the request. */
        "X-Request-Id": string;
        /** @description What is left of the key's limit: "key";r=99;t=41. Only with a limit. */
        RateLimit: string;
        /** @description The key's limit: "key";q=100;w=60. Only with a limit. */
        "RateLimit-Policy": string;
        /** @description What is wrong with the key, as RFC 6750 puts it. */
        "WWW-Authenticate": string;
        /** @description Seconds to wait. */
        "Retry-After": string;
        /** @description true: this is the answer to an earlier call of the same name. */
        "Idempotency-Replayed": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    verifyKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                    scopes?: string[];
                    /** Format: uuid */
                    locationId?: string;
                    clientIp?: string;
                    cost?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    readOwnKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnVerdict"];
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    forwardAuth: {
        parameters: {
            query?: {
                /** @description Scopes that the key must hold, apart by spaces or commas. */
                scope?: string;
                /** @description A location that it must act on. */
                location?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The key. */
                    "X-Latchkey-Key-Id"?: string;
                    /** @description Its agency. */
                    "X-Latchkey-Agency-Id"?: string;
                    /** @description Its own location, or the one that was demanded. */
                    "X-Latchkey-Location-Id"?: string;
                    /** @description AGENCY or LOCATION. */
                    "X-Latchkey-Level"?: string;
                    /** @description ADMIN or READONLY. */
                    "X-Latchkey-Role"?: string;
                    /** @description What it holds, with spaces between. */
                    "X-Latchkey-Scopes"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    introspect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description The key. */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Introspection"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    reportLeak: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    keys: string[];
                    note?: string;
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Taken; it is done later. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        received: number;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    readLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "live" | "ready" | "degraded" | "not ready";
                    };
                };
            };
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    readReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "live" | "ready" | "degraded" | "not ready";
                    };
                };
            };
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            /** @description Done. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "live" | "ready" | "degraded" | "not ready";
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                level?: "AGENCY" | "LOCATION";
                /** @description Keys of this location. */
                locationId?: string;
                status?: "Active" | "Inactive" | "Expired" | "Revoked";
                role?: "ADMIN" | "READONLY";
                /** @description Keys that may do what this scope names. */
                scope?: "contacts.readonly" | "contacts.write" | "forms.readonly" | "forms.write" | "links.readonly" | "links.write" | "workflows.readonly" | "workflows.write" | "locations.readonly" | "locations.write" | "users.readonly" | "users.write" | "keys.readonly" | "keys.write" | "oauth.readonly" | "oauth.write" | "keys.verify" | "usage.readonly" | "audit.readonly";
                /** @description Keys that were never used, or were. */
                unused?: "true" | "false";
                /** @description How many there are on a page. */
                limit?: number;
                /** @description The nextCursor of the answer before, with the same filters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPage"];
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this call. Sent again within 24 hours, it is answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKey"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    /** @description The address of the key. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    getKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    deleteKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedKey"];
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            409: components["responses"]["Refused409"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    editKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditKey"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedKey"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this call. Sent again within 24 hours, it is answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateKey"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedKey"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    endKeyOverlap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EndOverlap"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedKey"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    disableKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedKey"];
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            409: components["responses"]["Refused409"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    enableKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedKey"];
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            409: components["responses"]["Refused409"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeKey"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedKey"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    restoreKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedKey"];
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            409: components["responses"]["Refused409"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    keepKeyAlive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedKey"];
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            409: components["responses"]["Refused409"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    readKeyUsage: {
        parameters: {
            query?: {
                by?: "hour" | "day";
                /** @description The beginning. */
                from?: string;
                /** @description The end, which is no part of it. */
                to?: string;
            };
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyUsage"];
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description Events of this location alone. */
                locationId?: string;
                group?: "keys" | "people" | "webhooks" | "locations" | "sign-ins" | "shared-secret" | "policies" | "agency" | "refusals";
                /** @description The id of the person or key that acted. */
                actorId?: string;
                /** @description The beginning. */
                from?: string;
                /** @description The end, which is no part of it. */
                to?: string;
                /** @description How many there are on a page. */
                limit?: number;
                /** @description The nextCursor of the answer before, with the same filters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEventPage"];
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            default: components["responses"]["Refused"];
        };
    };
}

import { log } from "#lib/config/log.ts";
import { keyRing } from "#lib/config/secrets.ts";
import { EnvelopeError, open, seal } from "#lib/core/envelope.ts";
import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { generateSharedSecret, sharedSecretBinding } from "#lib/core/shared-secret.ts";

/** A new version with a random text: the row to store, and the text. */
export function makeVersion(agencyId: string, version: number, createdByName: string) {
	const text = generateSharedSecret();
	const id = newId();
	const binding = sharedSecretBinding({ agencyId, id, version });
	return { row: { id, version, createdByName, ...seal(text, binding, keyRing("sealing")) }, text };
}

type SealedVersion = { agencyId: string; id: string; version: number; sealed: Uint8Array };

/** The text of a version. One that does not open is a matter for whoever runs the installation, and for nobody else. */
export function openVersion(row: SealedVersion) {
	try {
		return open(row.sealed, sharedSecretBinding(row), keyRing("sealing"));
	} catch (error) {
		if (!(error instanceof EnvelopeError)) throw error;
		const { agencyId, id, version } = row;
		log().warn({ agencyId, id, version, reason: error.message }, "a shared secret does not open");
		throw new AppError(
			"conflict",
			`Version ${version} cannot be read on this server: LATCHKEY_SECRET is not the one that it was stored under, or ` +
				"the row is damaged. Tell whoever runs Latchkey. Rotating makes a new version that works.",
			{ cause: error },
		);
	}
}

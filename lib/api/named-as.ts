import { AppError } from "#lib/core/errors.ts";

/** Does what a service does, and when it refuses a field names that as the dialect does, by the dialect's name for each of ours. */
export async function namedAs<T>(
	names: Readonly<Record<string, string>>,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof AppError) || error.fields.length === 0) throw error;
		const fields = error.fields.map(({ field, message }) => ({ field: renamed(field, names), message }));
		throw new AppError(error.code, error.detail, { cause: error, fields });
	}
}

function renamed(field: string, names: Readonly<Record<string, string>>): string {
	const [own = "", ...rest] = field.split(".");
	return [Object.hasOwn(names, own) ? names[own] : own, ...rest].join(".");
}

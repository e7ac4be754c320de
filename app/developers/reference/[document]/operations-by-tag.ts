import type { oas31 } from "zod-openapi";
import { METHODS } from "#lib/api/route.ts";
import { anchorOf } from "../../_guides/guide.ts";

export type ShownOperation = oas31.OperationObject & { method: string; path: string; operationId: string };

/** What a document tells of, under its headings. */
export function operationsByTag({ paths = {}, tags = [] }: oas31.OpenAPIObject) {
	const all = Object.entries(paths).flatMap(([path, item]) =>
		METHODS.flatMap((method): ShownOperation[] => {
			const operation = item[method.toLowerCase() as Lowercase<typeof method>];
			return operation ? [{ ...operation, operationId: operation.operationId ?? "", method, path }] : [];
		}),
	);
	return tags.map(({ name }) => ({
		tag: name,
		id: anchorOf(name),
		operations: all.filter((operation) => operation.tags?.includes(name)),
	}));
}

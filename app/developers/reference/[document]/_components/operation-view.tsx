import type { ReactNode } from "react";
import type { oas31 } from "zod-openapi";
import { membersOf, type Schema, typeOf } from "#lib/api/openapi/shape.ts";
import type { ShownOperation } from "../operations-by-tag.ts";
import { MemberList } from "./member-list.tsx";

type Schemas = Record<string, Schema>;
type OperationViewProps = { operation: ShownOperation; schemas: Schemas };

/** One call: what it is for, what it takes and what it answers. */
export function OperationView({ operation, schemas }: OperationViewProps) {
	const { operationId, method, path, summary, description, security = [] } = operation;
	const scopes = security.flatMap(({ key = [] }) => key);
	return (
		<article
			id={operationId}
			aria-label={summary}
			className="mt-4 scroll-mt-6 rounded-lg border border-line bg-surface px-4 py-4 target:border-accent-edge sm:px-5"
		>
			<h3 className="font-semibold">
				<a href={`#${operationId}`} className="hover:underline">
					{summary}
				</a>
			</h3>
			<p className="mt-1.5 font-mono text-sm wrap-anywhere">
				<span className="font-semibold text-accent-ink">{method}</span> {path}
			</p>
			{description && <p className="mt-2 text-sm">{description}</p>}
			<p className="mt-2 text-sm text-ink-muted">{whoMay(security.length > 0, scopes)}</p>
			<Parameters operation={operation} schemas={schemas} />
			<Body operation={operation} schemas={schemas} />
			<Answers operation={operation} schemas={schemas} />
		</article>
	);
}

function whoMay(isSigned: boolean, scopes: readonly string[]) {
	if (!isSigned) return "Without a key.";
	return scopes.length === 0 ? "With any key." : `With a key that holds ${scopes.join(" and ")}.`;
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
	<section className="mt-4">
		<h4 className="text-sm font-medium">{title}</h4>
		{children}
	</section>
);

const PLACES: Record<string, string> = { path: "in the address", query: "in the query", header: "a header" };

function Parameters({ operation, schemas }: OperationViewProps) {
	const parameters = (operation.parameters ?? []).filter((one) => "name" in one) as oas31.ParameterObject[];
	if (parameters.length === 0) return null;
	const members = parameters.map(({ name, in: place, schema = {}, description, required = false }) => ({
		name,
		type: `${typeOf(schema, schemas)}, ${PLACES[place] ?? place}`,
		description,
		isRequired: required,
	}));
	return (
		<Part title="Parameters">
			<MemberList members={members} />
		</Part>
	);
}

function Body({ operation: { requestBody }, schemas }: OperationViewProps) {
	const [type, media] = contentOf(requestBody);
	if (!media?.schema) return null;
	return (
		<Part title={type === "application/json" ? "Body, as JSON" : "Body, as a form"}>
			<MemberList members={membersOf(media.schema, schemas)} />
		</Part>
	);
}

function Answers({ operation: { responses = {} }, schemas }: OperationViewProps) {
	const all = Object.entries(responses as Record<string, oas31.ResponseObject>);
	const isDone = (status: string) => status.startsWith("2") || status.startsWith("3");
	const refused = all.filter(([status]) => !isDone(status) && status !== "default");
	return (
		<Part title="Answers">
			{all
				.filter(([status]) => isDone(status))
				.map(([status, response]) => {
					const schema = contentOf(response)[1]?.schema;
					return (
						<details key={status} className="mt-2 text-sm">
							<summary className="cursor-pointer rounded py-1 any-pointer-coarse:py-2.5">
								<span className="font-mono font-medium text-good">{status}</span>{" "}
								{schema ? typeOf(schema, schemas) : "without a body"}
							</summary>
							{schema && <MemberList members={membersOf(schema, schemas)} />}
						</details>
					);
				})}
			<p className="mt-2 text-sm text-ink-muted">
				Refused with <span className="font-mono">{refused.map(([status]) => status).join(", ")}</span>, as on
				the page about errors.
			</p>
		</Part>
	);
}

const contentOf = (holder: unknown): [string | undefined, oas31.MediaTypeObject | undefined] => {
	const { content = {} } = (holder ?? {}) as { content?: Record<string, oas31.MediaTypeObject> };
	return Object.entries(content)[0] ?? [undefined, undefined];
};

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DOCUMENTS } from "#lib/api/openapi/document.ts";
import { dialectNamed, readDocument } from "#lib/api/openapi/read-document.ts";
import { DocumentFrame } from "../../_components/document-frame.tsx";
import { Heading } from "../../_components/heading.tsx";
import { linkStyle } from "../../_components/inline.tsx";
import { OperationView } from "./_components/operation-view.tsx";
import { operationsByTag } from "./operations-by-tag.ts";

type Props = PageProps<"/developers/reference/[document]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const dialect = dialectNamed((await params).document);
	return { title: dialect ? `${DOCUMENTS[dialect].title} reference` : "Reference" };
}

export default async function ReferencePage({ params }: Props) {
	const dialect = dialectNamed((await params).document);
	if (!dialect) notFound();
	const document = readDocument(dialect);
	const { title, description } = DOCUMENTS[dialect];
	const groups = operationsByTag(document);
	return (
		<DocumentFrame
			title={title}
			summary={description}
			sections={groups.map(({ id, tag }) => ({ id, heading: tag }))}
		>
			<p className="mt-4 text-sm">
				For programs:{" "}
				<a href={`/developers/openapi/${dialect}.json`} className={linkStyle}>
					this document as OpenAPI 3.1
				</a>
			</p>
			{groups.map(({ id, tag, operations }) => (
				<section key={id} aria-labelledby={id} className="mt-10">
					<Heading id={id} text={tag} />
					{operations.map((operation) => (
						<OperationView
							key={operation.operationId}
							operation={operation}
							schemas={document.components?.schemas ?? {}}
						/>
					))}
				</section>
			))}
		</DocumentFrame>
	);
}

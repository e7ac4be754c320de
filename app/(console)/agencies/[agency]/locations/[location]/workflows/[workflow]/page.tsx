import type { Metadata } from "next";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { WorkflowEditor } from "../_components/workflow-editor.tsx";
import { stepText } from "../_components/workflow-words.ts";
import { loadWorkflow } from "./_components/load-workflow.ts";
import { WorkflowFrame } from "./_components/workflow-frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("workflows"))("one.title") };
}

export default async function WorkflowPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/workflows/[workflow]">,
) {
	const { location, ...frame } = await loadWorkflow(await props.params);
	const { place, workflow, nameable, mayChange } = frame;
	const words = { t: await textsOf("workflows"), fields: await textsOf("contactFields") };

	return (
		<WorkflowFrame {...frame} tab="steps">
			{mayChange ? (
				<WorkflowEditor place={place} locationId={location.id} workflow={workflow} nameable={nameable} />
			) : (
				<Panel>
					<PanelBody className="pt-4 sm:pt-5">
						<ol className="list-decimal space-y-2 ps-5 text-sm">
							{workflow.steps.map((step, index) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: steps have no names but their numbers
								<li key={index} className="wrap-anywhere">
									<bdi>{stepText(step, nameable, words)}</bdi>
								</li>
							))}
						</ol>
					</PanelBody>
				</Panel>
			)}
		</WorkflowFrame>
	);
}

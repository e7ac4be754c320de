import type { Metadata } from "next";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { WorkflowEditor } from "../_components/workflow-editor.tsx";
import { stepText } from "../_components/workflow-words.ts";
import { loadWorkflow } from "./_components/load-workflow.ts";
import { WorkflowFrame } from "./_components/workflow-frame.tsx";

export const metadata: Metadata = { title: "Workflow" };

export default async function WorkflowPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/workflows/[workflow]">,
) {
	const { location, ...frame } = await loadWorkflow(await props.params);
	const { place, workflow, nameable, mayChange } = frame;

	return (
		<WorkflowFrame {...frame} tab="steps">
			{mayChange ? (
				<WorkflowEditor place={place} locationId={location.id} workflow={workflow} nameable={nameable} />
			) : (
				<Panel>
					<PanelBody className="pt-4 sm:pt-5">
						<ol className="list-decimal space-y-2 pl-5 text-sm">
							{workflow.steps.map((step, index) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: steps have no names but their numbers
								<li key={index} className="wrap-anywhere">
									<bdi>{stepText(step, nameable)}</bdi>
								</li>
							))}
						</ol>
					</PanelBody>
				</Panel>
			)}
		</WorkflowFrame>
	);
}

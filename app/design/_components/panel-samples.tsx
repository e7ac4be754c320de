import { KeyRound, Plus } from "lucide-react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { Panel, PanelBody, PanelFooter } from "#components/ui/panel.tsx";

export const PanelSamples = () => (
	<>
		<div className="border-b border-line">
			<LinkTabs
				label="Sample tabs"
				tabs={[
					{ href: "/design", label: "Agency keys", count: 8, current: true },
					{ href: "/design?tab=2", label: "Location keys", count: 10_412, current: false },
				]}
			/>
		</div>
		<Panel title="Panel" text="With what it is about." action={<Button size="small">Edit</Button>}>
			<PanelBody className="text-sm">Text and forms, with a padding of their own.</PanelBody>
			<PanelFooter>
				<Button look="primary">Save changes</Button>
			</PanelFooter>
		</Panel>
		<Panel>
			<EmptyState icon={<KeyRound />} title="No keys yet" text="A key lets a program act for this agency.">
				<Button look="primary" icon={<Plus aria-hidden className="size-4" />}>
					Create API key
				</Button>
			</EmptyState>
		</Panel>
		<Panel>
			<TableSkeleton columns={4} />
		</Panel>
	</>
);

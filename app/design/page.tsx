import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { ButtonSamples } from "./_components/button-samples.tsx";
import { ChartSamples } from "./_components/chart-samples.tsx";
import { ChoiceSamples } from "./_components/choice-samples.tsx";
import { ColourSamples } from "./_components/colour-samples.tsx";
import { FieldSamples } from "./_components/field-samples.tsx";
import { PanelSamples } from "./_components/panel-samples.tsx";
import { PopupSamples } from "./_components/popup-samples.tsx";
import { RightToLeft } from "./_components/right-to-left.tsx";
import { Shown } from "./_components/shown.tsx";
import { StatusSamples } from "./_components/status-samples.tsx";
import { TableSamples } from "./_components/table-samples.tsx";
import { TextSamples } from "./_components/text-samples.tsx";
import { ThemeChoice } from "./_components/theme-choice.tsx";

export const metadata: Metadata = { title: "Design" };

/** Every part that screens are made of, in each of its states. In development alone. */
export default function DesignPage() {
	if (process.env.NODE_ENV === "production") notFound();
	return (
		<main>
			<PageFrame
				title="Design"
				text="Each part in each state. The reasons are in docs/design.md."
				action={<ThemeChoice />}
			>
				<div className="space-y-10 max-sm:px-4">
					<Shown title="Text">
						<TextSamples />
					</Shown>
					<Shown title="Colours">
						<ColourSamples />
					</Shown>
					<Shown title="Buttons">
						<ButtonSamples />
					</Shown>
					<Shown title="States and notices">
						<StatusSamples />
					</Shown>
					<Shown title="Fields">
						<FieldSamples />
					</Shown>
					<Shown title="Choices">
						<ChoiceSamples />
					</Shown>
					<Shown title="What opens">
						<PopupSamples />
					</Shown>
					<Shown title="Panels, tabs, nothing, waiting">
						<PanelSamples />
					</Shown>
					<Shown title="Tables">
						<TableSamples />
					</Shown>
					<Shown title="Charts">
						<ChartSamples />
					</Shown>
					<RightToLeft />
				</div>
			</PageFrame>
		</main>
	);
}

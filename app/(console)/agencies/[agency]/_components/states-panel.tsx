import { ShareBar } from "#components/charts/share-bar.tsx";
import type { PlaceSlugs } from "#components/shell/place-href.ts";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { KEY_LEVELS, type KeyLevel, type KeyStatus } from "#lib/core/keys/key.ts";
import type { readStates } from "#lib/services/overview/read-states.ts";
import { statusHref } from "./number-links.ts";

const TONES = {
	Active: "good",
	Inactive: "muted",
	Expired: "warn",
	Revoked: "bad",
} as const satisfies Record<KeyStatus, string>;

type StatesPanelProps = { states: ReturnType<typeof readStates>; place: PlaceSlugs };

/** How many keys are in which state, level by level, each number leading to their list. */
export async function StatesPanel({ states: read, place }: StatesPanelProps) {
	const states = await read;
	const t = await textsOf("overview");
	const levels = KEY_LEVELS.filter((level) => states.some((state) => state.level === level));
	return (
		<Panel title={t("states.title")}>
			<PanelBody className="space-y-5">
				{levels.map((level) => (
					<LevelStates key={level} level={level} states={states} place={place} />
				))}
				<p className="text-xs text-ink-muted">{t("states.trash")}</p>
			</PanelBody>
		</Panel>
	);
}

type LevelStatesProps = {
	level: KeyLevel;
	states: Awaited<ReturnType<typeof readStates>>;
	place: PlaceSlugs;
};

async function LevelStates({ level, states, place }: LevelStatesProps) {
	const [t, words] = [await textsOf("overview"), await textsOf("words")];
	const list = level === "AGENCY" ? "agency" : "location";
	const name = t(`states.${place.location ? "own" : list}`);
	const here = states.filter((state) => state.level === level);
	const parts = here
		.filter(({ keys }) => keys > 0)
		.map(({ status, keys }) => ({
			id: status,
			label: words(`status.${status}`),
			count: keys,
			tone: TONES[status],
			href: statusHref(place, { level, status }),
		}));
	return (
		<section className="space-y-2">
			<h3 className="text-sm font-medium">{name}</h3>
			{parts.length === 0 ? (
				<p className="text-sm text-ink-muted">{t("states.none")}</p>
			) : (
				<ShareBar label={name} parts={parts} />
			)}
		</section>
	);
}

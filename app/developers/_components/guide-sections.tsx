import Link from "next/link";
import { PLACEHOLDERS } from "#components/samples/example.ts";
import { anchorOf, type Guide } from "../_guides/guide.ts";
import { readLanguage } from "../_guides/read-language.ts";
import { readValues } from "../_guides/read-values.ts";
import { BlockView } from "./block-view.tsx";
import { Heading } from "./heading.tsx";
import { linkStyle } from "./inline.tsx";
import { LanguageProvider } from "./language.tsx";

/** The sections of a guide, with the viewer's ids in its examples. */
export async function GuideSections({ guide }: { guide: Guide }) {
	const { values, place } = await readValues();
	const hasExamples = guide.sections.some(({ blocks }) =>
		blocks.some((block) => typeof block !== "string" && block.kind === "example"),
	);
	return (
		<LanguageProvider chosen={await readLanguage()}>
			{hasExamples && <WhoseIds place={place} slug={guide.slug} />}
			{guide.sections.map(({ heading, blocks }) => (
				<section key={heading} className="mt-10 space-y-4">
					<Heading id={anchorOf(heading)} text={heading} />
					{blocks.map((block, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: blocks never move.
						<BlockView key={index} block={block} values={values} />
					))}
				</section>
			))}
		</LanguageProvider>
	);
}

type WhoseIdsProps = { place: { agency: string; location: string | null } | null; slug: string };

const WhoseIds = ({ place, slug }: WhoseIdsProps) => (
	<p className="mt-4 rounded-lg border border-line bg-sunken px-3.5 py-2.5 text-sm text-ink-muted">
		{place ? (
			<>
				The examples hold the ids of <bdi className="font-medium text-ink">{place.agency}</bdi>
				{place.location && (
					<>
						{" "}
						and <bdi className="font-medium text-ink">{place.location}</bdi>
					</>
				)}
				.{" "}
			</>
		) : (
			<>
				Put your own in place of names such as <code>{PLACEHOLDERS.locationId}</code>, or{" "}
				<Link
					href={`/sign-in?${new URLSearchParams({ callbackUrl: `/developers/${slug}` })}`}
					prefetch={false}
					className={linkStyle}
				>
					sign in
				</Link>{" "}
				to see your ids here.{" "}
			</>
		)}
		The key is read from the environment: <code className="wrap-anywhere">export LATCHKEY_API_KEY=lk_…</code>
	</p>
);

import Link from "next/link";
import { anchorOf, type Guide } from "../_guides/guide.ts";
import { neighboursOf } from "../_guides/guides.ts";
import { DocumentFrame } from "./document-frame.tsx";
import { GuideSections } from "./guide-sections.tsx";
import { linkStyle } from "./inline.tsx";

export const GuidePage = ({ guide }: { guide: Guide }) => (
	<DocumentFrame
		title={guide.title}
		summary={guide.summary}
		sections={guide.sections.map(({ heading }) => ({ id: anchorOf(heading), heading }))}
	>
		<GuideSections guide={guide} />
		<Neighbours guide={guide} />
	</DocumentFrame>
);

function Neighbours({ guide }: { guide: Guide }) {
	const { before, after } = neighboursOf(guide.slug);
	return (
		<nav
			aria-label="Before and after"
			className="mt-14 flex flex-wrap justify-between gap-4 border-t border-line pt-5 text-sm print:hidden"
		>
			{before ? (
				<Link href={`/developers/${before.slug}`} className={linkStyle}>
					← {before.title}
				</Link>
			) : (
				<span />
			)}
			{after && (
				<Link href={`/developers/${after.slug}`} className={linkStyle}>
					{after.title} →
				</Link>
			)}
		</nav>
	);
}

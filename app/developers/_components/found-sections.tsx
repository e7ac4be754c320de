import Link from "next/link";
import type { Found } from "../_guides/search-options.ts";

type FoundSectionsProps = { sections: readonly Found[]; onFollow: () => void };

/** What was found, below the search box. */
export const FoundSections = ({ sections, onFollow }: FoundSectionsProps) => (
	<div className="absolute inset-x-4 top-full z-20 mt-1 max-h-96 overflow-y-auto sm:start-auto sm:end-0 sm:w-80 rounded-lg bg-raised p-1 shadow-pop">
		{sections.length === 0 && (
			<p className="px-3 py-2 text-sm text-ink-muted">Nothing found. Try fewer or other words.</p>
		)}
		<ul>
			{sections.map(({ href, page, heading }) => (
				<li key={href}>
					<Link
						href={href}
						prefetch={false}
						onClick={onFollow}
						className="block rounded-md px-3 py-2 text-sm -outline-offset-2 hover:bg-hover"
					>
						<span className="font-medium wrap-anywhere">{heading}</span>
						<span className="block text-xs text-ink-muted">{page}</span>
					</Link>
				</li>
			))}
		</ul>
	</div>
);

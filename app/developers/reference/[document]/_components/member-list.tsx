import type { Member } from "#lib/api/openapi/shape.ts";

/** Members and what they are, one below the other, so that a phone shows them whole. */
export const MemberList = ({ members }: { members: readonly Member[] }) => (
	<dl className="mt-2 divide-y divide-line border-y border-line text-sm">
		{members.map(({ name, type, description, isRequired }) => (
			<div key={name} className="py-2">
				<dt className="wrap-anywhere">
					<code className="font-medium">{name}</code>{" "}
					<span className="text-ink-muted">
						{type}
						{isRequired && ", required"}
					</span>
				</dt>
				<dd className="text-ink-muted empty:hidden">{description}</dd>
			</div>
		))}
	</dl>
);

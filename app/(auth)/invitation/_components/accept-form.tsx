import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";

/** One button, for somebody who is signed in with the invitation's address. */
export async function AcceptForm({ token, name }: { token: string; name: string }) {
	const t = await textsOf("auth");
	return (
		<form method="post" action="/api/auth/invitation" className="mt-5">
			<input type="hidden" name="token" value={token} />
			<p className="mb-4 text-sm wrap-anywhere">{t.rich("invitation.signedIn", { ...MARKS, name })}</p>
			<button type="submit" className={cn(buttonStyle({ look: "primary", size: "large" }), "w-full")}>
				{t("invitation.accept")}
			</button>
		</form>
	);
}

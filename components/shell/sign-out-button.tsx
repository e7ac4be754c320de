import { LogOut } from "lucide-react";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";

/** A plain form: signing out changes state, so it is a post, and it works without scripts. */
export async function SignOutButton() {
	const t = await textsOf("shell");
	return (
		<form method="post" action="/api/auth/sign-out">
			<button type="submit" className={buttonStyle()}>
				<LogOut aria-hidden className="size-4" />
				{t("user.signOut")}
			</button>
		</form>
	);
}

import { LogOut } from "lucide-react";
import { buttonStyle } from "#components/ui/button.tsx";

/** A plain form: signing out changes state, so it is a post, and it works without scripts. */
export const SignOutButton = () => (
	<form method="post" action="/api/auth/sign-out">
		<button type="submit" className={buttonStyle()}>
			<LogOut aria-hidden className="size-4" />
			Sign out
		</button>
	</form>
);

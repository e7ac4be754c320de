import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";

/** One button, for somebody who is signed in with the invitation's address. */
export const AcceptForm = ({ token, name }: { token: string; name: string }) => (
	<form method="post" action="/api/auth/invitation" className="mt-5">
		<input type="hidden" name="token" value={token} />
		<p className="mb-4 text-sm wrap-anywhere">
			You are signed in as <bdi className="font-medium">{name}</bdi>.
		</p>
		<button type="submit" className={cn(buttonStyle({ look: "primary", size: "large" }), "w-full")}>
			Accept
		</button>
	</form>
);

import { Building2, MapPin } from "lucide-react";
import type { ViewOption } from "./view-options.ts";

export const ViewIcon = ({ kind }: { kind: ViewOption["kind"] }) =>
	kind === "agency" ? (
		<Building2 aria-hidden className="size-4 shrink-0 text-ink-muted" />
	) : (
		<MapPin aria-hidden className="size-4 shrink-0 text-ink-muted" />
	);

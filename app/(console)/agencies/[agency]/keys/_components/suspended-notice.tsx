import { Notice } from "#components/ui/notice.tsx";

/** Stands over the keys of a location that is suspended. */
export const SuspendedNotice = () => (
	<Notice look="warn" className="mb-4 max-sm:mx-4">
		This location is suspended: its keys are refused until an owner or admin of the agency resumes it.
	</Notice>
);

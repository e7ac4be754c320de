import { FormFrame } from "./_components/form-frame.tsx";

/** For visitors, who have no place in the console to go back to. */
export default function FormNotFound() {
	return (
		<FormFrame title="There is nothing here">
			<p className="mt-3 text-sm text-ink-muted">
				This form does not exist, or it is not open any more. Ask whoever gave you the address.
			</p>
		</FormFrame>
	);
}

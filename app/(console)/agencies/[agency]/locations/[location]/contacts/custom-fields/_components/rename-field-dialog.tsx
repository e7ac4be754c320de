"use client";

import { useAction } from "#components/actions/use-action.ts";
import { useToasts } from "#components/ui/toast.tsx";
import { NameDialog } from "../../../../_components/name-dialog.tsx";
import { renameCustomFieldAction } from "../actions.ts";
import type { FieldDialogProps } from "./field-actions.tsx";
import { fieldMenuOrHeading } from "./focus-targets.ts";

export function RenameFieldDialog({ site, field, open, onClose, onClosed }: FieldDialogProps) {
	const { tellDone } = useToasts();
	const rename = useAction((input) => renameCustomFieldAction(site.place, input));
	return (
		<NameDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title="Rename custom field"
			text={
				<>
					Programs go on naming it by <code className="font-mono text-xs">{field.fieldKey}</code>.
				</>
			}
			hint="What people read beside the field."
			initialName={field.name}
			button={{ text: "Save name", pendingText: "Saving…" }}
			pending={rename.pending}
			refusal={rename.refusal}
			onSubmit={(name) =>
				rename.run({ fieldId: field.id, name }, ({ message }) => {
					tellDone(message);
					onClose();
				})
			}
			finalFocus={() => fieldMenuOrHeading(field.id)}
		/>
	);
}

"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Checkbox } from "#components/ui/checkbox.tsx";

type Row = { id: string; name: string };

export type RowSelection = {
	/** The chosen rows of all pages: their names by id. */
	chosen: ReadonlyMap<string, string>;
	/** Every row that matches is chosen, also those of pages that nobody looked at, but for `except`. */
	isAll: boolean;
	/** The rows that were left out of all: their names by id. */
	except: ReadonlyMap<string, string>;
	/** How many rows are chosen. */
	count: number;
	/** The rows of the page that is shown. */
	page: readonly Row[];
	choose: (rows: readonly Row[], on: boolean) => void;
	chooseAll: () => void;
	clear: () => void;
};

const NOTHING: ReadonlyMap<string, string> = new Map();
const SelectionContext = createContext<RowSelection | null>(null);

/**
 * Which of the `total` rows are chosen. It outlives the turning of pages, and begins anew when `of` other rows are asked for.
 */
export function useSelection(of: string, page: readonly Row[], total: number): RowSelection {
	const [state, setState] = useState({ of, named: NOTHING, isAll: false });
	const isOld = state.of !== of;
	const { named, isAll } = isOld ? { named: NOTHING, isAll: false } : state;
	// Forgotten rather than hidden: the rows of before are not chosen again when somebody comes back to them.
	if (isOld) setState({ of, named, isAll });

	function choose(rows: readonly Row[], on: boolean) {
		const next = new Map(named);
		for (const { id, name } of rows) {
			if (on === isAll) next.delete(id);
			else next.set(id, name);
		}
		setState({ of, named: next, isAll });
	}

	return {
		chosen: isAll ? NOTHING : named,
		isAll,
		except: isAll ? named : NOTHING,
		count: isAll ? Math.max(0, total - named.size) : named.size,
		page,
		choose,
		chooseAll: () => setState({ of, named: NOTHING, isAll: true }),
		clear: () => setState({ of, named: NOTHING, isAll: false }),
	};
}

export const SelectionProvider = ({
	selection,
	children,
}: {
	selection: RowSelection;
	children: ReactNode;
}) => <SelectionContext value={selection}>{children}</SelectionContext>;

const isChosen = ({ isAll, chosen, except }: RowSelection, id: string) =>
	isAll ? !except.has(id) : chosen.has(id);

function useRowSelection() {
	const selection = useContext(SelectionContext);
	if (!selection) throw new Error("a selection is used outside of its provider");
	return selection;
}

/** Chooses one row. */
export function SelectCell({ id, name }: Row) {
	const t = useTranslations("table");
	const selection = useRowSelection();
	return (
		<Checkbox
			checked={isChosen(selection, id)}
			onChange={(on) => selection.choose([{ id, name }], on)}
			label={<span className="sr-only">{t("selectRow", { name })}</span>}
		/>
	);
}

/** Chooses all rows of the page. */
export function SelectHead() {
	const t = useTranslations("table");
	const selection = useRowSelection();
	const { page, choose } = selection;
	const count = page.filter(({ id }) => isChosen(selection, id)).length;
	return (
		<Checkbox
			checked={count === page.length}
			mixed={count > 0 && count < page.length}
			onChange={(on) => choose(page, on)}
			label={<span className="sr-only">{t("selectPage")}</span>}
		/>
	);
}

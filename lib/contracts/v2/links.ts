import { z } from "zod";
import { LinkFields } from "#lib/core/crm/link-fields.ts";
import { linkShape } from "../link.ts";
import { traced } from "./traced.ts";

const Link = z.object(linkShape).meta({ id: "LinkV2" });

export const LinkAnswer = traced("LinkAnswer", { link: Link });
export const LinkList = traced("LinkList", { links: z.array(Link) });

export const CreateLink = z
	.object({ ...LinkFields.shape, locationId: z.string().optional() })
	.meta({ id: "CreateLinkV2" });
export const UpdateLink = z.object(LinkFields.partial().shape).meta({ id: "UpdateLinkV2" });

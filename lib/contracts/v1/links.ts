import { z } from "zod";
import { LinkFields } from "#lib/core/crm/link-fields.ts";
import { linkShape } from "../link.ts";

export const Link = z.object(linkShape).meta({ id: "LinkV1" });
export const LinkList = z.object({ links: z.array(Link) }).meta({ id: "LinkListV1" });

export const CreateLink = z.object(LinkFields.shape).meta({ id: "CreateLinkV1" });
export const UpdateLink = z.object(LinkFields.partial().shape).meta({ id: "UpdateLinkV1" });

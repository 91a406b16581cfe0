/** Generated from the OpenAPI document by `npm run sdk`. Do not edit. */

export interface paths {
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get an access token (deprecated address) */
        post: operations["issueTokenLegacy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get an access token */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve the figures of the board */
        get: operations["getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/board/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the persons behind the board, as CSV */
        get: operations["exportBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the campaigns
         * @description Newest first.
         */
        get: operations["listCampaigns"];
        put?: never;
        /**
         * Create a campaign
         * @description A draft: a dry run says exactly whom it would invite and when, and nothing is sent before `start`.
         */
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve a campaign */
        get: operations["getCampaign"];
        /** Change a campaign that is still a draft */
        put: operations["updateCampaign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/campaigns/{id}/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start, pause, resume or stop a campaign
         * @description While it is paused nothing is sent, and afterwards what is left is divided over the days anew. What is stopped stays so: links that were sent go on working, nothing else is sent.
         */
        post: operations["moveCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/campaigns/{id}/dry_run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Try a campaign out
         * @description Exactly what a start at this moment would plan. `dry_run/rows` has every person.
         */
        get: operations["dryRunCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/campaigns/{id}/dry_run/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download whom a campaign would invite, as CSV */
        get: operations["dryRunRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/deletion_proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the proofs of deletion */
        get: operations["listDeletionProofs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/deletion_proofs/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve the proof that a person was erased */
        get: operations["getDeletionProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deliveries of webhooks */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve a delivery with every attempt */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a delivery again */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/deliveries/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the deliveries of a time again */
        post: operations["replayDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who is due
         * @description The earliest first. Persons for whom nothing is known to count from have no due date and are not listed.
         */
        get: operations["listDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/due_rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rules of due dates */
        get: operations["listDueRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the event feed
         * @description Keep `cursor` and send it as `after` next time. Nothing ever appears before an event that you have seen.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/identification_batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start many identifications
         * @description A CSV with the columns `person_id` and, if you like, `language`, or one JSON object per line; at most 50000 lines. UTF-8, UTF-16 or Windows-1252; commas, semicolons or tabs. The same upload again answers the same batch and starts nothing twice.
         */
        post: operations["startBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/identification_batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve the progress of a batch */
        get: operations["getBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/identification_batches/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what became of each line of a batch */
        get: operations["listBatchedLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List invitations */
        get: operations["listInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve an invitation with its messages */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/invitations/{id}/close_task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the task of an invitation */
        post: operations["closeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/invitations/{id}/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an invitation as a letter
         * @description PDF with the address, the Ident-ID and the link as a QR code.
         */
        get: operations["downloadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/persons/{person_id}/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve the due date of a person */
        get: operations["getDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/persons/{person_id}/due_history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a person's due dates so far */
        get: operations["listDueHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/persons/{person_id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve the erasure of a person */
        get: operations["getErasure"];
        put?: never;
        /**
         * Erase a person
         * @description 200: erased. The data key is destroyed, open identifications end, pictures are deleted, `PERSON_DELETED` is sent; from now on the person is missing. 202: ordered for the end of the retention time. 403 names the rule that forbids it, `retention` or `legal_hold`.
         */
        post: operations["erasePerson"];
        /** Take an ordered erasure back */
        delete: operations["cancelErasure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/persons/{person_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the reported events of a person */
        get: operations["listPersonEvents"];
        put?: never;
        /**
         * Report an event about a person
         * @description The rules of due dates say how soon the person is due for it and what settles it. The same kind on the same day is the same event.
         */
        post: operations["reportPersonEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/persons/{person_id}/legal_hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the records of a person under a legal hold
         * @description Nothing is erased until the hold is lifted; an ordered erasure waits for that.
         */
        put: operations["holdPerson"];
        post?: never;
        /** Lift the legal hold of a person */
        delete: operations["releasePerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/persons/{person_id}/objection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Record that a person objects to being contacted
         * @description No campaign invites or reminds the person. The due date stays, and a person has to look at the case.
         */
        put: operations["objectToContact"];
        post?: never;
        /** Take the objection of a person back */
        delete: operations["withdrawObjection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/persons/{person_id}/relationship_end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Report the end of the business relation
         * @description The records are kept for the retention period, or as long as an authority asked for, and then erased by themselves. Nobody is invited any more. `DELETE …/erasure` takes it back.
         */
        put: operations["endRelationship"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/persons/{person_id}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve how long the records of a person are kept */
        get: operations["getRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/persons/{person_id}/retention_extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep the records of a person longer, because an authority asks for it */
        put: operations["extendRetention"];
        post?: never;
        /** Take the extension of an authority back */
        delete: operations["endExtension"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/persons/{person_id}/risk_profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the risk class of a person */
        put: operations["setRiskProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/persons/{person_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve the timeline of a person */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/risk_classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the risk classes
         * @description `normal` and `high` are always there; others are your own.
         */
        get: operations["listRiskClasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/risk_classes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Create or change a risk class
         * @description The due dates of its persons are worked out anew. `confirmation_counts` needs the setting `dataConfirmation`, which takes two admins in a live tenant.
         */
        put: operations["saveRiskClass"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how all subscriptions fare */
        get: operations["listSubscriptionHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how a subscription fares */
        get: operations["getSubscriptionHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/webhooks/{id}/cut_over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use only the next secret of a subscription */
        post: operations["cutOverSubscriptionSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/webhooks/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a disabled subscription again
         * @description The receiver gets a verification request first. What was canceled meanwhile can be replayed.
         */
        post: operations["enableSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reident/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the secret of a subscription
         * @description `Solaris-Webhook-Signature` stays with the old secret until it ends or until the cut-over. Asking again meanwhile replaces the next secret, and the day begins anew.
         */
        post: operations["rotateSubscriptionSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the sandbox clock */
        get: operations["readClock"];
        put?: never;
        /** Move the sandbox clock */
        post: operations["moveClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/identifications/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the provider report an outcome */
        post: operations["setOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/webhooks/{id}/chaos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Play a fault with a subscription */
        put: operations["playChaos"];
        post?: never;
        /** End the fault of a subscription */
        delete: operations["endChaos"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/change_requests/{id}/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Authorize a change request */
        post: operations["authorizeChangeRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/change_requests/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a change request */
        post: operations["confirmChangeRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all identifications */
        get: operations["listIdentifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mfa/challenges/signatures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Answer the challenge of a new device */
        put: operations["verifyDevice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mfa/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the devices of a person */
        get: operations["listDevices"];
        put?: never;
        /**
         * Bind a device to a person
         * @description The person needs a verified mobile number. The device signs `string_to_sign` and proves it with the challenge.
         */
        post: operations["createDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mfa/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve a device */
        get: operations["getDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List persons */
        get: operations["listPersons"];
        put?: never;
        /** Create a person */
        post: operations["createPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve a person */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a person
         * @description 200: done. 202: a value would be replaced, and the person has to authorize that.
         */
        patch: operations["updatePerson"];
        trace?: never;
    };
    "/v1/persons/{person_id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the documents of a person */
        get: operations["listDocuments"];
        put?: never;
        /** Upload a document for a person */
        post: operations["uploadDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve what is known about a document */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        /** Delete a document */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        /** Change the type of a document, or who may see it */
        patch: operations["updateDocument"];
        trace?: never;
    };
    "/v1/persons/{person_id}/documents/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a document */
        get: operations["downloadDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}/identification_eligibility_checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check whether a person may be identified */
        post: operations["checkEligibility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}/identifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the identifications of a person */
        get: operations["listIdentificationsOfPerson"];
        put?: never;
        /**
         * Create an identification
         * @description The identification is `created`. Nothing is started with the provider before it is requested.
         */
        post: operations["createIdentification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}/identifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve an identification */
        get: operations["getIdentification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}/identifications/{id}/document_upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a document for an identification */
        post: operations["uploadDocumentForIdentification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}/identifications/{id}/legitimation_data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve the data of the identity document */
        get: operations["getLegitimationData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}/identifications/{id}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Request an identification
         * @description The identification becomes `pending`. Send the customer to `url`; never show `reference` to the customer.
         */
        patch: operations["requestIdentification"];
        trace?: never;
    };
    "/v1/persons/{person_id}/identifications/{id}/supported_documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the documents that a customer may show */
        get: operations["listSupportedDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}/mobile_number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve the mobile number of a person */
        get: operations["getMobileNumber"];
        put?: never;
        /** Add the mobile number of a person */
        post: operations["createMobileNumber"];
        /** Delete the mobile number of a person */
        delete: operations["deleteMobileNumber"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}/mobile_number/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a code to the mobile number */
        post: operations["authorizeMobileNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}/mobile_number/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the mobile number with its code */
        post: operations["confirmMobileNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}/test_id_document_update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the document on file, as is done every day
         * @description 200: nothing had to be done. 202: the webhook `POTENTIAL_ACCOUNT_BLOCKING` was triggered.
         */
        post: operations["testDocumentUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{person_id}/update_for_development": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a person for a test */
        patch: operations["updatePersonForDevelopment"];
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List subscriptions */
        get: operations["listSubscriptions"];
        put?: never;
        /**
         * Create a subscription
         * @description First an empty POST with the header `Solaris-Webhook-Event-Type: WEBHOOK-SUBSCRIPTION` goes to `url`; any 2xx is success. A subscription cannot be changed: delete it and create another.
         */
        post: operations["createSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve a subscription */
        get: operations["getSubscription"];
        put?: never;
        post?: never;
        /** Delete a subscription */
        delete: operations["deleteSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Address: {
            city: string | null;
            country: string | null;
            line_1: string | null;
            line_2: string | null;
            postal_code: string | null;
            state: string | null;
        };
        AddressInput: {
            city?: string;
            country?: string;
            line_1?: string;
            line_2?: string;
            postal_code?: string;
            state?: string;
        };
        Board: {
            conversion: {
                invitations: number;
                opened: number;
                submitted: number;
            } | null;
            /** @description Due dates by month, five years ahead */
            months: {
                classes: {
                    [key: string]: number;
                };
                month: string;
                total: number;
            }[];
            open_tasks: number;
            overdue: number;
            persons: number;
            stages: {
                /**
                 * @description Id of the campaign
                 * @example 0123456789abcdef0123456789abcdef
                 */
                campaign_id: string;
                persons: number;
                risk_class: string;
                /** @enum {string} */
                stage: "planned" | "invited" | "opened" | "in_review" | "dead" | "done" | "lapsed" | "withdrawn";
                /** @description Where the customer is, of those who opened the link */
                step: string | null;
            }[];
            weeks: {
                due: number;
                /** @description By what was measured; null: too few to tell */
                expected_cases: number | null;
                expected_sessions: number | null;
                /** @description Invitations */
                planned: number;
                /**
                 * Format: date
                 * @description Its Monday
                 * @example 2026-01-31
                 */
                week: string;
            }[];
            /** @description Nothing is known to count from: somebody has to look */
            without_date: number;
        };
        Campaign: {
            channels: ("webhook" | "email" | "sms" | "letter")[];
            counts: {
                done: number;
                invited: number;
                lapsed: number;
                open_tasks: number;
                planned: number;
                withdrawn: number;
            };
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            ended_at: string | null;
            ends_on: string | null;
            /**
             * @description Id of the campaign
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            /** @enum {string} */
            language: "de" | "en";
            name: string;
            per_day: number;
            reminders: {
                after_days: number;
                channel: ("webhook" | "email" | "sms" | "letter") | null;
            }[];
            started_at: string | null;
            /**
             * Format: date
             * @example 2026-01-31
             */
            starts_on: string;
            /** @enum {string} */
            state: "draft" | "running" | "paused" | "stopped" | "finished";
            task_after_days: number | null;
            text: {
                body: string;
                subject: string;
            } | null;
            times: {
                closed_on: string[];
                from_hour: number;
                skip_holidays: boolean;
                time_zone: string;
                to_hour: number;
                weekdays: number[];
            };
            warn_after_days: number | null;
            who: {
                due_from: string | null;
                due_to: string | null;
                due_within_days: number | null;
                /** @description How many ids were given */
                persons: number | null;
                product_tags: string[] | null;
                risk_classes: string[] | null;
            };
        };
        CampaignInput: {
            /** @description The first by which a person can be reached */
            channels: ("webhook" | "email" | "sms" | "letter")[];
            ends_on?: string;
            /**
             * @default de
             * @enum {string}
             */
            language: "de" | "en";
            name: string;
            per_day: number;
            /** @default [] */
            reminders: {
                after_days: number;
                /** @enum {string} */
                channel?: "webhook" | "email" | "sms" | "letter";
            }[];
            /** @description Today if not given */
            starts_on?: string;
            /** @description Then a person has to look */
            task_after_days?: number;
            /** @description Your own words in place of ours */
            text?: {
                body: string;
                subject: string;
            };
            times?: components["schemas"]["SendingTimesInput"];
            /** @description Then you hear `POTENTIAL_ACCOUNT_BLOCKING` */
            warn_after_days?: number;
            /** @description What is left out does not matter; everything that is given must hold */
            who: {
                due_from?: string;
                due_to?: string;
                /** @description A standing campaign: looks every day for whoever is due within so many days */
                due_within_days?: number;
                person_ids?: string[];
                product_tags?: string[];
                risk_classes?: string[];
            };
        };
        ChangeAuthorization: {
            /**
             * @description static: sandbox only. device_signing: the device signs `string_to_sign` of the answer
             * @enum {string}
             */
            delivery_method: "mobile_number" | "device_signing" | "static";
            /** @description With device_signing */
            device_id?: string;
            /**
             * @description With mobile_number
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id?: string;
        };
        ChangeConfirmation: {
            device_data?: string;
            /** @description With a signature */
            device_id?: string;
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id?: string;
            /** @description ECDSA over SHA-256 of `string_to_sign` in UTF-8, hexadecimal; DER, or r and s of 32 bytes each */
            signature?: string;
            /** @description Six digits; in the sandbox 212212 */
            tan?: string;
        };
        /** @description The person has to authorize the change */
        ChangeRequest: {
            /**
             * @description Id of the change request
             * @example 0123456789abcdef0123456789abcdefcsc
             */
            id: string;
            /** @enum {string} */
            status: "AUTHORIZATION_REQUIRED" | "CONFIRMATION_REQUIRED" | "COMPLETED" | "FAILED";
            /** @description With device_signing: what the device signs */
            string_to_sign?: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
            /** @description Where the change is authorized */
            url: string;
        };
        ChaosInput: {
            /**
             * @description `late`: A notification arrives so many seconds after the event. `twice`: Each attempt arrives twice, with the same `webhook-id` and the same attempt number. `out_of_order`: A first attempt is lost: the next news of the same entity comes first, and the older one after it. `wrong_signature`: Both signatures are made with a secret that is not yours: answer 401, and it is tried again. `receiver_down`: Nothing arrives. Each attempt fails, and after five days of that the subscription is disabled.
             * @enum {string}
             */
            fault: "late" | "twice" | "out_of_order" | "wrong_signature" | "receiver_down";
            /** @description For `late`, and only for it */
            seconds?: number;
        };
        /** @description The tenant's time */
        Clock: {
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            now: string;
        };
        ClockInput: {
            /** @description How far, as an ISO 8601 duration: PT24H, P14D, PT30S */
            advance: string;
        };
        ConfirmedChange: {
            /**
             * @description Id of the change request
             * @example 0123456789abcdef0123456789abcdefcsc
             */
            id: string;
            /** @description The changed resource */
            response_body: {
                [key: string]: unknown;
            };
            /** @description What the changed call would have answered */
            response_code: number;
            /** @enum {string} */
            status: "AUTHORIZATION_REQUIRED" | "CONFIRMATION_REQUIRED" | "COMPLETED" | "FAILED";
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        DeletionProof: {
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            erased_at: string;
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
            /** @description SubjectPublicKeyInfo (DER), base64 */
            public_key: string;
            /** @description JSON text, exactly as it was signed: on what ground, and what was destroyed */
            record: string;
            /** @description Ed25519 over the bytes of `record`, base64 */
            signature: string;
        };
        Delivery: {
            attempts: number;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /** @description When the next attempt is due, while it is pending */
            due_at: string | null;
            entity_id: string;
            /** @enum {string} */
            event_type: "ACCOUNT_BLOCK" | "ACCOUNT_CLOSURE" | "ACCOUNT_CLOSURE_REQUEST" | "ACCOUNT_CLOSURE_REQUEST_UPDATE" | "ACCOUNT_LIMIT_CHANGE" | "ACCOUNT_OPENING_REQUEST" | "ACCOUNT_SNAPSHOT" | "ACQUIRER_TOPUP_DECLINED" | "ACQUIRER_TOPUP_EXECUTED" | "ACQUIRER_TOPUP_PAYMENT_FAILED" | "ACTIVATION_CHALLENGE_CREATION" | "BENEFICIAL_OWNER" | "BOOKING" | "BUSINESS_CHANGED" | "BUSINESS_DELETED" | "BUSINESS_FRONTING_APPLICATION" | "BUSINESS_FRONTING_LOAN_PAYOUT" | "BUSINESS_FRONTING_PAYOUT_UPDATE" | "BUSINESS_FRONTING_RELATIONSHIP_STATUS_CHANGED" | "BUSINESS_IDENTIFICATION" | "BUSINESS_SEIZURE_CREATED" | "BUSINESS_SEIZURE_DELETED" | "BUSINESS_SEIZURE_FULFILLED" | "BUSINESS_SEIZURE_UPDATED" | "BUSINESS_TAX_IDENTIFICATION_CHANGED" | "CARD_AUTHORIZATION" | "CARD_AUTHORIZATION_DECLINE_V2" | "CARD_AUTHORIZATION_RESOLUTION" | "CARD_DELIVERY_TRACKING" | "CARD_FRAUD_CASE_PENDING" | "CARD_FRAUD_CASE_TIMEOUT" | "CARD_LIFECYCLE_EVENT" | "CARD_TOKEN_LIFECYCLE" | "CASH_OPERATION_STATUS_CHANGED" | "CONSUMER_FRONTING_APPLICATION" | "CONSUMER_LOAN_APPLICATION" | "CONSUMER_OVERDRAFT" | "CONSUMER_OVERDRAFT_APPLICATION" | "CONSUMER_OVERDRAFT_INTEREST_RATE_CHANGE" | "CREDIT_CARD_APPLICATION" | "CREDIT_LINE" | "DELEGATE_SCA_CANCEL" | "DISPUTE_CHANGED" | "FREELANCER_CREDIT_LINE_APPLICATION" | "FREELANCER_OVERDRAFT_INTEREST_RATE_CHANGE" | "IDENTIFICATION" | "IDENTIFICATION_INVITATION" | "IDENTIFICATION_ORIGINATION" | "IDENTIFICATION_REFERENCE_TRANSFER_ATTEMPT" | "IDENTIFICATION_SESSION" | "INCOMING_REJECTED_TRANSACTION" | "INSTANT_SEPA_CREDIT_TRANSFER_EXECUTED" | "INSTANT_SEPA_CREDIT_TRANSFER_FAILED" | "LEGAL_REPRESENTATIVE" | "LOAN" | "OVERDRAFT" | "OVERDRAFT_APPLICATION" | "OVERDRAFT_LIMIT_CHANGE" | "PERSON_CHANGED" | "PERSON_DELETED" | "PERSON_MOBILE_NUMBER_CREATED" | "PERSON_MOBILE_NUMBER_DELETED" | "PERSON_SEIZURE_CREATED" | "PERSON_SEIZURE_DELETED" | "PERSON_SEIZURE_FULFILLED" | "PERSON_SEIZURE_UPDATED" | "PERSON_TAX_IDENTIFICATION_CHANGED" | "POSTBOX_ITEM_CREATED" | "POTENTIAL_ACCOUNT_BLOCKING" | "QUESTIONS_REQUIRE_RESPONSE" | "REFERENCE_ACCOUNT_CREATED" | "REFERENCE_ACCOUNT_INSTANT_PAYOUT_DECLINED" | "REFERENCE_ACCOUNT_INSTANT_PAYOUT_EXECUTED" | "RESERVATION_CREATED" | "RESERVATION_RESOLVED" | "SCA_CHALLENGE" | "SCHEDULED_TRANSFER_STATUS_CHANGED" | "SEPA_CREDIT_TRANSACTION_DECLINED" | "SEPA_DIRECT_DEBIT_RETURN" | "SEPA_SCHEDULED_TRANSACTION" | "SEPA_STANDING_ORDER" | "SEPA_TIMED_ORDER" | "TRUSTED_IBAN_CONFIRMED";
            finished_at: string | null;
            /**
             * @description Id of the delivery
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            /**
             * @description Sent as Solaris-Webhook-Id and webhook-id
             * @example 0123456789abcdef0123456789abcdef
             */
            notification_id: string;
            /** @enum {string} */
            state: "pending" | "delivered" | "rejected" | "exhausted" | "canceled";
            /**
             * @description Id of the subscription
             * @example 0123456789abcdef0123456789abcdef
             */
            subscription_id: string;
        };
        DeliveryAttempt: {
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            at: string;
            attempt: number;
            duration_ms: number;
            /** @description Why there was no answer */
            error: string | null;
            /** @enum {string} */
            outcome: "delivered" | "retry" | "rejected" | "exhausted" | "canceled";
            response_status: number | null;
        };
        DeliveryDetails: {
            attempts: number;
            /** @description The exact text that is sent and signed; null when the person was erased */
            body: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /** @description When the next attempt is due, while it is pending */
            due_at: string | null;
            entity_id: string;
            /** @enum {string} */
            event_type: "ACCOUNT_BLOCK" | "ACCOUNT_CLOSURE" | "ACCOUNT_CLOSURE_REQUEST" | "ACCOUNT_CLOSURE_REQUEST_UPDATE" | "ACCOUNT_LIMIT_CHANGE" | "ACCOUNT_OPENING_REQUEST" | "ACCOUNT_SNAPSHOT" | "ACQUIRER_TOPUP_DECLINED" | "ACQUIRER_TOPUP_EXECUTED" | "ACQUIRER_TOPUP_PAYMENT_FAILED" | "ACTIVATION_CHALLENGE_CREATION" | "BENEFICIAL_OWNER" | "BOOKING" | "BUSINESS_CHANGED" | "BUSINESS_DELETED" | "BUSINESS_FRONTING_APPLICATION" | "BUSINESS_FRONTING_LOAN_PAYOUT" | "BUSINESS_FRONTING_PAYOUT_UPDATE" | "BUSINESS_FRONTING_RELATIONSHIP_STATUS_CHANGED" | "BUSINESS_IDENTIFICATION" | "BUSINESS_SEIZURE_CREATED" | "BUSINESS_SEIZURE_DELETED" | "BUSINESS_SEIZURE_FULFILLED" | "BUSINESS_SEIZURE_UPDATED" | "BUSINESS_TAX_IDENTIFICATION_CHANGED" | "CARD_AUTHORIZATION" | "CARD_AUTHORIZATION_DECLINE_V2" | "CARD_AUTHORIZATION_RESOLUTION" | "CARD_DELIVERY_TRACKING" | "CARD_FRAUD_CASE_PENDING" | "CARD_FRAUD_CASE_TIMEOUT" | "CARD_LIFECYCLE_EVENT" | "CARD_TOKEN_LIFECYCLE" | "CASH_OPERATION_STATUS_CHANGED" | "CONSUMER_FRONTING_APPLICATION" | "CONSUMER_LOAN_APPLICATION" | "CONSUMER_OVERDRAFT" | "CONSUMER_OVERDRAFT_APPLICATION" | "CONSUMER_OVERDRAFT_INTEREST_RATE_CHANGE" | "CREDIT_CARD_APPLICATION" | "CREDIT_LINE" | "DELEGATE_SCA_CANCEL" | "DISPUTE_CHANGED" | "FREELANCER_CREDIT_LINE_APPLICATION" | "FREELANCER_OVERDRAFT_INTEREST_RATE_CHANGE" | "IDENTIFICATION" | "IDENTIFICATION_INVITATION" | "IDENTIFICATION_ORIGINATION" | "IDENTIFICATION_REFERENCE_TRANSFER_ATTEMPT" | "IDENTIFICATION_SESSION" | "INCOMING_REJECTED_TRANSACTION" | "INSTANT_SEPA_CREDIT_TRANSFER_EXECUTED" | "INSTANT_SEPA_CREDIT_TRANSFER_FAILED" | "LEGAL_REPRESENTATIVE" | "LOAN" | "OVERDRAFT" | "OVERDRAFT_APPLICATION" | "OVERDRAFT_LIMIT_CHANGE" | "PERSON_CHANGED" | "PERSON_DELETED" | "PERSON_MOBILE_NUMBER_CREATED" | "PERSON_MOBILE_NUMBER_DELETED" | "PERSON_SEIZURE_CREATED" | "PERSON_SEIZURE_DELETED" | "PERSON_SEIZURE_FULFILLED" | "PERSON_SEIZURE_UPDATED" | "PERSON_TAX_IDENTIFICATION_CHANGED" | "POSTBOX_ITEM_CREATED" | "POTENTIAL_ACCOUNT_BLOCKING" | "QUESTIONS_REQUIRE_RESPONSE" | "REFERENCE_ACCOUNT_CREATED" | "REFERENCE_ACCOUNT_INSTANT_PAYOUT_DECLINED" | "REFERENCE_ACCOUNT_INSTANT_PAYOUT_EXECUTED" | "RESERVATION_CREATED" | "RESERVATION_RESOLVED" | "SCA_CHALLENGE" | "SCHEDULED_TRANSFER_STATUS_CHANGED" | "SEPA_CREDIT_TRANSACTION_DECLINED" | "SEPA_DIRECT_DEBIT_RETURN" | "SEPA_SCHEDULED_TRANSACTION" | "SEPA_STANDING_ORDER" | "SEPA_TIMED_ORDER" | "TRUSTED_IBAN_CONFIRMED";
            finished_at: string | null;
            /**
             * @description Id of the delivery
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            log: components["schemas"]["DeliveryAttempt"][];
            /**
             * @description Sent as Solaris-Webhook-Id and webhook-id
             * @example 0123456789abcdef0123456789abcdef
             */
            notification_id: string;
            /** @enum {string} */
            state: "pending" | "delivered" | "rejected" | "exhausted" | "canceled";
            /**
             * @description Id of the subscription
             * @example 0123456789abcdef0123456789abcdef
             */
            subscription_id: string;
            url: string;
        };
        Device: {
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * @description Id of the device
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            name: string;
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
        };
        DeviceInput: {
            /** @description The public key of the device */
            key: string;
            /** @enum {string} */
            key_type: "ecdsa-p256";
            /** @description What the person calls the device */
            name: string;
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
        };
        DeviceSignature: {
            /** @description ECDSA over SHA-256 of `string_to_sign` in UTF-8, hexadecimal; DER, or r and s of 32 bytes each */
            signature: string;
        };
        Document: {
            content_type: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            customer_accessible: boolean;
            deleted_at: string | null;
            /** @enum {string} */
            document_type: "ACCOUNT_SNAPSHOT.FINTECSYSTEMS" | "ACCOUNT_STATEMENT" | "AML_POLICY" | "ANNUAL_FINANCIAL_STATEMENT" | "B2B_MANDATE" | "BALANCE_REPORT" | "BANK_REFERENCE" | "BUSINESS_ASSESSMENT" | "BUSINESS_FINANCIALS_XBRL" | "CREDIT_AGENCY_REPORT" | "CREDIT_RECORD.SCHUFA" | "CUSTOMER_COMMUNICATION" | "FATCA_SELF_DECLARATION" | "FOUNDATION_DOCUMENT" | "ID_DOCUMENT" | "INVOICE" | "KYC_BENEFICIAL_OWNER" | "KYC_CORPORATE_DOCUMENT" | "KYC_FORM" | "KYC_LEGAL_REPRESENTATIVE" | "KYC_RELIABILITY_CHECK" | "KYC_REPORT" | "LOAN_MANDATE_CONTRACT" | "OTHER" | "PAYMENT_CONFIRMATION" | "PICTURE" | "POWER_OF_ATTORNEY" | "PROOF_OF_ADDRESS" | "PROOF_OF_PHONE_CHANGE" | "PROOF_OF_PROFESSION" | "PROOF_OF_SALARY" | "PROOF_OF_TAX_ID" | "QES_DOCUMENT" | "REFERENCE_LETTER" | "REGISTER_APPLICATION" | "REGISTER_CHECK" | "REGISTER_EXTRACT" | "SALARY_INFORMATION" | "SCHUFA_COMPACT_REPORT" | "SCHUFA_FULL_REPORT" | "SCHUFA_GWG_REPORT" | "SCHUFA_SHORT_REPORT" | "SCORE_CARD.SOLARIS" | "SCREENING_REPORT" | "SHAREHOLDERS_LIST" | "SHARE_HOLDERS_AGREEMENT" | "SIGNATURE" | "SIGNED_CONTRACT" | "SIGNED_LOAN_MANDATE_CONTRACT" | "SIGNED_QES_DOCUMENT" | "TRADING_LICENSE" | "TRANSACTIONAL_DOCUMENT" | "TRANSFER_CANCELLATION" | "TRANSPARENCY_REGISTER_EXTRACT" | "VAT_CERTIFICATE" | "VIDEO";
            /**
             * @description Id of the document
             * @example 0123456789abcdef0123456789abcdefcdoc
             */
            id: string;
            /** @description File name */
            name: string;
            /** @description Bytes */
            size: number;
        };
        DocumentChange: {
            customer_accessible?: boolean;
            /** @enum {string} */
            document_type?: "ACCOUNT_SNAPSHOT.FINTECSYSTEMS" | "ACCOUNT_STATEMENT" | "AML_POLICY" | "ANNUAL_FINANCIAL_STATEMENT" | "B2B_MANDATE" | "BALANCE_REPORT" | "BANK_REFERENCE" | "BUSINESS_ASSESSMENT" | "BUSINESS_FINANCIALS_XBRL" | "CREDIT_AGENCY_REPORT" | "CREDIT_RECORD.SCHUFA" | "CUSTOMER_COMMUNICATION" | "FATCA_SELF_DECLARATION" | "FOUNDATION_DOCUMENT" | "ID_DOCUMENT" | "INVOICE" | "KYC_BENEFICIAL_OWNER" | "KYC_CORPORATE_DOCUMENT" | "KYC_FORM" | "KYC_LEGAL_REPRESENTATIVE" | "KYC_RELIABILITY_CHECK" | "KYC_REPORT" | "LOAN_MANDATE_CONTRACT" | "OTHER" | "PAYMENT_CONFIRMATION" | "PICTURE" | "POWER_OF_ATTORNEY" | "PROOF_OF_ADDRESS" | "PROOF_OF_PHONE_CHANGE" | "PROOF_OF_PROFESSION" | "PROOF_OF_SALARY" | "PROOF_OF_TAX_ID" | "REFERENCE_LETTER" | "REGISTER_APPLICATION" | "REGISTER_EXTRACT" | "SALARY_INFORMATION" | "SCHUFA_COMPACT_REPORT" | "SCHUFA_FULL_REPORT" | "SCHUFA_GWG_REPORT" | "SCHUFA_SHORT_REPORT" | "SCORE_CARD.SOLARIS" | "SCREENING_REPORT" | "SHAREHOLDERS_LIST" | "SHARE_HOLDERS_AGREEMENT" | "SIGNATURE" | "SIGNED_CONTRACT" | "SIGNED_LOAN_MANDATE_CONTRACT" | "TRADING_LICENSE" | "TRANSACTIONAL_DOCUMENT" | "TRANSFER_CANCELLATION" | "VAT_CERTIFICATE" | "VIDEO";
        };
        DocumentSummary: {
            content_type: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            customer_accessible: boolean;
            /** @enum {string} */
            document_type: "ACCOUNT_SNAPSHOT.FINTECSYSTEMS" | "ACCOUNT_STATEMENT" | "AML_POLICY" | "ANNUAL_FINANCIAL_STATEMENT" | "B2B_MANDATE" | "BALANCE_REPORT" | "BANK_REFERENCE" | "BUSINESS_ASSESSMENT" | "BUSINESS_FINANCIALS_XBRL" | "CREDIT_AGENCY_REPORT" | "CREDIT_RECORD.SCHUFA" | "CUSTOMER_COMMUNICATION" | "FATCA_SELF_DECLARATION" | "FOUNDATION_DOCUMENT" | "ID_DOCUMENT" | "INVOICE" | "KYC_BENEFICIAL_OWNER" | "KYC_CORPORATE_DOCUMENT" | "KYC_FORM" | "KYC_LEGAL_REPRESENTATIVE" | "KYC_RELIABILITY_CHECK" | "KYC_REPORT" | "LOAN_MANDATE_CONTRACT" | "OTHER" | "PAYMENT_CONFIRMATION" | "PICTURE" | "POWER_OF_ATTORNEY" | "PROOF_OF_ADDRESS" | "PROOF_OF_PHONE_CHANGE" | "PROOF_OF_PROFESSION" | "PROOF_OF_SALARY" | "PROOF_OF_TAX_ID" | "QES_DOCUMENT" | "REFERENCE_LETTER" | "REGISTER_APPLICATION" | "REGISTER_CHECK" | "REGISTER_EXTRACT" | "SALARY_INFORMATION" | "SCHUFA_COMPACT_REPORT" | "SCHUFA_FULL_REPORT" | "SCHUFA_GWG_REPORT" | "SCHUFA_SHORT_REPORT" | "SCORE_CARD.SOLARIS" | "SCREENING_REPORT" | "SHAREHOLDERS_LIST" | "SHARE_HOLDERS_AGREEMENT" | "SIGNATURE" | "SIGNED_CONTRACT" | "SIGNED_LOAN_MANDATE_CONTRACT" | "SIGNED_QES_DOCUMENT" | "TRADING_LICENSE" | "TRANSACTIONAL_DOCUMENT" | "TRANSFER_CANCELLATION" | "TRANSPARENCY_REGISTER_EXTRACT" | "VAT_CERTIFICATE" | "VIDEO";
            /**
             * @description Id of the document
             * @example 0123456789abcdef0123456789abcdefcdoc
             */
            id: string;
            /** @description File name */
            name: string;
            /** @description Bytes */
            size: number;
        };
        DocumentUpload: {
            /** @enum {string} */
            document_type: "ACCOUNT_SNAPSHOT.FINTECSYSTEMS" | "ACCOUNT_STATEMENT" | "AML_POLICY" | "ANNUAL_FINANCIAL_STATEMENT" | "B2B_MANDATE" | "BALANCE_REPORT" | "BANK_REFERENCE" | "BUSINESS_ASSESSMENT" | "BUSINESS_FINANCIALS_XBRL" | "CREDIT_AGENCY_REPORT" | "CREDIT_RECORD.SCHUFA" | "CUSTOMER_COMMUNICATION" | "FATCA_SELF_DECLARATION" | "FOUNDATION_DOCUMENT" | "ID_DOCUMENT" | "INVOICE" | "KYC_BENEFICIAL_OWNER" | "KYC_CORPORATE_DOCUMENT" | "KYC_FORM" | "KYC_LEGAL_REPRESENTATIVE" | "KYC_RELIABILITY_CHECK" | "KYC_REPORT" | "LOAN_MANDATE_CONTRACT" | "OTHER" | "PAYMENT_CONFIRMATION" | "PICTURE" | "POWER_OF_ATTORNEY" | "PROOF_OF_ADDRESS" | "PROOF_OF_PHONE_CHANGE" | "PROOF_OF_PROFESSION" | "PROOF_OF_SALARY" | "PROOF_OF_TAX_ID" | "REFERENCE_LETTER" | "REGISTER_APPLICATION" | "REGISTER_EXTRACT" | "SALARY_INFORMATION" | "SCHUFA_COMPACT_REPORT" | "SCHUFA_FULL_REPORT" | "SCHUFA_GWG_REPORT" | "SCHUFA_SHORT_REPORT" | "SCORE_CARD.SOLARIS" | "SCREENING_REPORT" | "SHAREHOLDERS_LIST" | "SHARE_HOLDERS_AGREEMENT" | "SIGNATURE" | "SIGNED_CONTRACT" | "SIGNED_LOAN_MANDATE_CONTRACT" | "TRADING_LICENSE" | "TRANSACTIONAL_DOCUMENT" | "TRANSFER_CANCELLATION" | "VAT_CERTIFICATE" | "VIDEO";
        };
        DryRun: {
            /** @description Measured on the invitations of the last 180 days; null: too few to tell */
            conversion: {
                invitations: number;
                opened: number;
                submitted: number;
            } | null;
            days: {
                /**
                 * Format: date
                 * @example 2026-01-31
                 */
                day: string;
                /** @description How many will send their pictures, so that specialists have to look */
                expected_cases: number | null;
                /** @description How many of those will open the link, by what was measured */
                expected_sessions: number | null;
                invitations: number;
            }[];
            excluded: {
                persons: number;
                /** @enum {string} */
                why: "already_invited" | "already_open" | "objected" | "legal_hold" | "relationship_ended" | "no_longer_due" | "not_eligible" | "no_channel" | "erased" | "campaign_stopped" | "campaign_ended";
            }[];
            invited: number;
        };
        Due: {
            /** @description Last day in time; null: nothing is known to count from, and somebody has to look */
            due_on: string | null;
            /** @description What would move the date if it happened today, and to when */
            moves: {
                /** @enum {string} */
                by: "identification" | "data_confirmation";
                due_on: string | null;
                moves: boolean;
            }[];
            /** @description Since when the person does not want to be written to */
            objected_at: string | null;
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
            product_tags: string[];
            /** @description All that apply, the earliest first */
            reasons: {
                /**
                 * Format: date
                 * @example 2026-01-31
                 */
                due_on: string;
                /** @enum {string} */
                rule: "cycle" | "document_expires" | "event";
                /** @description What the date is counted from: a day, or the id of an event */
                since: string;
            }[];
            /**
             * @description Code of a risk class
             * @example normal
             */
            risk_class: string;
            /** @description Why the person is due on that day */
            rule: ("cycle" | "document_expires" | "event") | null;
        };
        DueHistoryEntry: {
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            at: string;
            /** @description Kind of who did that */
            by: string;
            /** @description What made the date be worked out, such as `identified` */
            change: string;
            due_on: string | null;
            /**
             * @description Code of a risk class
             * @example normal
             */
            risk_class: string;
            rule: ("cycle" | "document_expires" | "event") | null;
        };
        DueRules: {
            events: {
                certainty: string;
                /** @enum {string} */
                kind: "moved" | "name_changed" | "product_change" | "data_doubtful" | "suspicion";
                meaning: string;
                /** @description The least that settles it */
                settled_by: string;
                source: string;
                within_days: number;
            }[];
            rules: {
                certainty: string;
                /** @description Whether a confirmation moves it; `class`: where the risk class says so */
                data_confirmation: string;
                /** @description Whether a successful identification moves it */
                identification: string;
                meaning: string;
                /** @enum {string} */
                rule: "cycle" | "document_expires" | "event";
                source: string;
            }[];
        };
        DueSummary: {
            /** @description Last day in time; null: nothing is known to count from, and somebody has to look */
            due_on: string | null;
            /** @description Since when the person does not want to be written to */
            objected_at: string | null;
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
            product_tags: string[];
            /**
             * @description Code of a risk class
             * @example normal
             */
            risk_class: string;
            /** @description Why the person is due on that day */
            rule: ("cycle" | "document_expires" | "event") | null;
        };
        Eligibility: {
            eligible: boolean;
            /** @enum {string} */
            method: "bank" | "idnow_autoident";
            reasons: ("method_not_available" | "resides_in_germany" | "identified_before")[];
        };
        EligibilityInput: {
            /** @enum {string} */
            method: "bank" | "idnow_autoident";
        };
        EndingDocument: {
            /** @description What was done */
            action: string;
            document_valid: boolean;
        };
        Erasure: {
            /** @description When the erasure is due */
            erase_at: string | null;
            /** @description While this is set, nothing is erased */
            legal_hold_since: string | null;
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
            relationship_ended_on: string | null;
            /**
             * @description `scheduled`: ordered for `erase_at`; `erased`: the data key is destroyed and nothing can be read
             * @enum {string}
             */
            status: "none" | "scheduled" | "erased";
        };
        ErasureInput: {
            /** @description When the customer left; records of identified persons are kept for some years after it */
            relationship_ended_on?: string;
        };
        /** @description One error */
        Error: {
            /** @description What happened, for programs */
            code: string;
            /** @description What happened, for people: names fields and rules, never values */
            detail: string;
            /** @description Quote this id when you ask about the error */
            id: string;
            /** @description Only where one attribute is to blame */
            source?: {
                field: string;
                message: string;
            };
            /** @description The HTTP status */
            status: number;
            title: string;
        };
        /** @description Every error has this envelope */
        Errors: {
            errors: components["schemas"]["Error"][];
        };
        EventFeed: {
            /** @description Of the last event; the one that was sent when there is none */
            cursor: string;
            events: components["schemas"]["FeedEvent"][];
            has_more: boolean;
        };
        FeedEvent: {
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            at: string;
            /** @description Ask for what comes after this */
            cursor: string;
            /** @description What happened, in the words of the transition table */
            event: string;
            /**
             * @description Id of the event
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            /**
             * @description Id of the identification
             * @example 0123456789abcdef0123456789abcdefcidt
             */
            identification_id: string;
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
            /** @enum {string} */
            status: "created" | "pending" | "pending_successful" | "pending_failed" | "successful" | "aborted" | "canceled" | "failed" | "expired";
            status_before: ("created" | "pending" | "pending_successful" | "pending_failed" | "successful" | "aborted" | "canceled" | "failed" | "expired") | null;
        };
        Identification: {
            /** @description The address of the person, once the identification is complete */
            address?: components["schemas"]["Address"];
            authorization_expires_at: null;
            completed_at: string | null;
            confirmation_expires_at: null;
            /** @description With include_documents=true */
            documents?: components["schemas"]["DocumentSummary"][];
            /**
             * @description Given for aborted and canceled, never for failed
             * @enum {string}
             */
            failure_reason?: "USER_CANCELLATION_DOCUMENT_NOT_ACCEPTED" | "USER_CANCELLATION_DOCUMENT_EXPIRED" | "USER_CANCELLATION_UNDERAGE" | "USER_CANCELLATION_CAMERA_ACCESS_DENIED" | "USER_CANCELLATION_TERMS_DENIED" | "USER_CANCELLATION_SELFIE_NOT_READY" | "USER_CANCELLATION_APP_NOT_SCANNING" | "USER_CANCELLATION_ESIGNING_REJECTED" | "USER_CANCELLATION_ESIGNING_NAME_CONFIRMATION_REJECTED" | "USER_CANCELLATION_INCORRECT_PHONE_NUMBER" | "USER_CANCELLATION_IDENTIFY_LATER" | "USER_CANCELLATION_USER_NOT_INTERESTED" | "USER_CANCELLATION_APP_NOT_RESPONDING" | "USER_CANCELLATION_PRIVACY_CONCERNS" | "USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE" | "APP_CANCELLATION_APPROVAL_PHRASE_RETRY_LIMIT_REACHED" | "APP_CANCELLATION_APPROVAL_PHRASE_NO_CONTRACT" | "APP_CANCELLATION_APPROVAL_PHRASE_INSUFFICIENT_DOCUMENT_COUNT" | "APP_CANCELLATION_OTP_MATCH_LIMIT_REACHED" | "APP_CANCELLATION_TSP_TECHNICAL_EXCEPTION" | "ID_BLURRY" | "ID_GLARE" | "ID_DARKNESS" | "ID_DATA_COVERED" | "ID_PERSPECTIVE" | "ID_DATA" | "ID_DATA_OTHER" | "ID_NOT_SUPPORTED" | "ID_EXPIRED" | "ID_WRONG_SIDE" | "ID_OUTWORN" | "ID_HAS_STICKER" | "ID_WRITTEN_ON" | "ID_BROKEN" | "ID_DAMAGED" | "ID_DAMAGED_OTHER" | "ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD" | "ID_SECURITY_FEATURE_VIDEO_SHORT" | "ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED" | "ID_SECURITY_FEATURE_OTHER" | "ID_SECOND_DOCUMENT" | "ID_SECOND_DOCUMENT_BAD_PHOTO_QUALITY" | "ID_SECOND_DOCUMENT_DAMAGED" | "ID_SECOND_DOCUMENT_EXPIRED" | "ID_SECOND_DOCUMENT_OTHER" | "ID_NEED_ADDITIONAL_DOCUMENT" | "ID_OTHER" | "USER_INVOICE_MISSING" | "USER_OBSCURED" | "SELFIE_BLURRY" | "SELFIE_GLARE" | "SELFIE_DARKNESS" | "SELFIE_PERSPECTIVE" | "SELFIE_OTHER" | "IDENT_CANNOT_BE_COMPLETED" | "IDENT_DISPLAY_ERROR" | "IDENT_OTHER" | "TSP_WRONG_CONFIRMATION_TOKEN" | "TSP_SIGNING_FAILED" | "TSP_CERTIFICATE_EXPIRED" | "ID_SECURITY_FEATURE_VIDEO_FILE_MISSING" | "WARNING_SELFIE_REAL_PERSON" | "WARNING_SELFIE_NO_REAL_PERSON" | "WARNING_SELFIE_DISGUISED" | "WARNING_MANIPULATED_DATA" | "WARNING_MANIPULATED_PHOTO" | "WARNING_FAKED_SECURITY_FEATURES" | "WARNING_PAPER_PRINT" | "WARNING_DIGITAL_DOCUMENT" | "WARNING_FAKED_SPECIMEN" | "WARNING_USER_UNDERAGE" | "WARNING_DIGITAL_SELFIE" | "WARNING_MONEY_MULE" | "WARNING_NAME_COMPARISON" | "WARNING_SCAN" | "WARNING_FRAUD_OTHER" | "WARNING_FAKED_MANIPULATED_ID" | "OTHER_ERROR";
            iban: null;
            /**
             * @description Id of the identification
             * @example 0123456789abcdef0123456789abcdefcidt
             */
            id: string;
            language: ("DE" | "EN") | null;
            /**
             * @example idnow_autoident
             * @enum {string}
             */
            method: "bank" | "bank_id" | "bank_plus" | "fourthline" | "idnow" | "idnow_autoident" | "idnow_custom" | "manual" | "postident";
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
            proof_of_address_issued_at: string | null;
            proof_of_address_type: ("BANK_ACCOUNT_STATEMENT" | "CERTIFICATE_OF_REGISTRATION" | "ELECTRICITY_BILL" | "GAS_BILL" | "HEATING_BILL" | "INTERNET_BILL" | "TELEPHONE_BILL" | "WATER_BILL") | null;
            /** @description The provider's token of the session. Never show it to the customer. */
            reference: string | null;
            /** @enum {string} */
            status: "created" | "pending" | "pending_successful" | "pending_failed" | "successful" | "aborted" | "canceled" | "failed" | "expired";
            terms_and_conditions_signed_at: null;
            /** @description Where the customer goes */
            url: string | null;
        };
        IdentificationBatch: {
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            ended_at: string | null;
            faults: number;
            /**
             * @description Id of the batch
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            lines: number;
            name: string;
            started: number;
            /** @enum {string} */
            state: "running" | "done";
            waiting: number;
        };
        IdentificationBatchInput: {
            /** @description Yours: the same name with the same file is the same batch. Without one, the file itself is the name */
            name?: string;
        };
        IdentificationBatchLine: {
            fault: ("wrong_columns" | "malformed_id" | "unknown_language" | "duplicate" | "person_not_found" | "not_eligible") | null;
            identification_id: string | null;
            /** @description As the file counts them: the head is line 1 */
            line: number;
            /** @description Null where it has not the shape of an id */
            person_id: string | null;
            /** @enum {string} */
            state: "waiting" | "started" | "fault";
        };
        IdentificationInput: {
            /**
             * @description The customer's language
             * @enum {string}
             */
            language?: "DE" | "EN";
            /**
             * @description idnow_autoident; the other published methods answer 501
             * @enum {string}
             */
            method: "bank" | "bank_id" | "bank_plus" | "fourthline" | "idnow" | "idnow_autoident" | "idnow_custom" | "manual" | "postident";
            /** @description Goes with the type */
            proof_of_address_issued_at?: string;
            /**
             * @description Needed when the identity document does not show the address
             * @enum {string}
             */
            proof_of_address_type?: "BANK_ACCOUNT_STATEMENT" | "CERTIFICATE_OF_REGISTRATION" | "ELECTRICITY_BILL" | "GAS_BILL" | "HEATING_BILL" | "INTERNET_BILL" | "TELEPHONE_BILL" | "WATER_BILL";
        };
        /** @description AutoIdent needs neither; both are accepted and not kept */
        IdentificationRequest: {
            device_data?: string;
            secret?: string;
        };
        Invitation: {
            /**
             * @description Id of the campaign
             * @example 0123456789abcdef0123456789abcdef
             */
            campaign_id: string;
            /**
             * Format: date
             * @example 2026-01-31
             */
            due_on: string;
            ended_at: string | null;
            /**
             * @description Id of the invitation
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            identification_id: string | null;
            invited_at: string | null;
            next_step_at: string | null;
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            planned_at: string;
            reminders: number;
            /**
             * @description Code of a risk class
             * @example normal
             */
            risk_class: string;
            /** @enum {string} */
            rule: "cycle" | "document_expires" | "event";
            /** @enum {string} */
            state: "planned" | "invited" | "done" | "withdrawn" | "lapsed";
            /** @description Why a person has to look */
            task: {
                closed_at: string | null;
                /**
                 * Format: date-time
                 * @example 2026-01-31T12:00:00.000Z
                 */
                since: string;
                /** @enum {string} */
                why: "overdue" | "not_eligible" | "no_channel" | "objected" | "legal_hold" | "identification_failed" | "message_refused" | "message_unknown";
            } | null;
            warned_at: string | null;
            /** @description Why it was withdrawn before it was sent */
            why: ("already_invited" | "already_open" | "objected" | "legal_hold" | "relationship_ended" | "no_longer_due" | "not_eligible" | "no_channel" | "erased" | "campaign_stopped" | "campaign_ended") | null;
        };
        InvitationDetails: {
            /**
             * @description Id of the campaign
             * @example 0123456789abcdef0123456789abcdef
             */
            campaign_id: string;
            /**
             * Format: date
             * @example 2026-01-31
             */
            due_on: string;
            ended_at: string | null;
            /**
             * @description Id of the invitation
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            identification_id: string | null;
            invited_at: string | null;
            messages: components["schemas"]["InvitationMessage"][];
            next_step_at: string | null;
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            planned_at: string;
            reminders: number;
            /**
             * @description Code of a risk class
             * @example normal
             */
            risk_class: string;
            /** @enum {string} */
            rule: "cycle" | "document_expires" | "event";
            /** @enum {string} */
            state: "planned" | "invited" | "done" | "withdrawn" | "lapsed";
            /** @description Why a person has to look */
            task: {
                closed_at: string | null;
                /**
                 * Format: date-time
                 * @example 2026-01-31T12:00:00.000Z
                 */
                since: string;
                /** @enum {string} */
                why: "overdue" | "not_eligible" | "no_channel" | "objected" | "legal_hold" | "identification_failed" | "message_refused" | "message_unknown";
            } | null;
            warned_at: string | null;
            /** @description Why it was withdrawn before it was sent */
            why: ("already_invited" | "already_open" | "objected" | "legal_hold" | "relationship_ended" | "no_longer_due" | "not_eligible" | "no_channel" | "erased" | "campaign_stopped" | "campaign_ended") | null;
        };
        InvitationMessage: {
            /** @enum {string} */
            channel: "webhook" | "email" | "sms" | "letter";
            /** @description Code of what went wrong */
            fault: string | null;
            /** @enum {string} */
            purpose: "invitation" | "reminder";
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            queued_at: string;
            sent_at: string | null;
            /**
             * @description `unknown`: it may have left, and is not sent again
             * @enum {string}
             */
            state: "queued" | "sending" | "sent" | "refused" | "unknown" | "withdrawn";
        };
        LegacyTokenRequest: {
            client_id?: string;
            client_secret?: string;
            /** @description client_credentials */
            grant_type?: string;
            /** @description partners */
            scope?: string;
        };
        LegitimationData: {
            legitimation_country: string | null;
            legitimation_document_number: string | null;
            legitimation_issued_at: string | null;
            legitimation_issuer: string | null;
            legitimation_type: ("IDCARD" | "PASSPORT") | null;
            legitimation_valid_until: string | null;
        };
        MobileNumber: {
            /**
             * @description Id of the mobile number
             * @example 0123456789abcdef0123456789abcdefcmno
             */
            id: string;
            number: string;
            verified: boolean;
        };
        MobileNumberConfirmation: {
            /** @description E.164, +4915112345678 */
            number: string;
            /** @description Six digits; in the sandbox 212212 */
            token: string;
        };
        MobileNumberInput: {
            device_data?: string;
            /** @description E.164, +4915112345678 */
            number: string;
        };
        MobileNumberToDelete: {
            /** @description E.164, +4915112345678 */
            number: string;
        };
        MobileNumberToVerify: {
            /** @description E.164, +4915112345678 */
            number: string;
        };
        NewDevice: {
            challenge: {
                /**
                 * Format: date-time
                 * @example 2026-01-31T12:00:00.000Z
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * @example 2026-01-31T12:00:00.000Z
                 */
                expires_at: string;
                /**
                 * @description Id of the challenge
                 * @example 0123456789abcdef0123456789abcdef
                 */
                id: string;
                /** @description What the device signs to prove that it has the key */
                string_to_sign: string;
                /** @constant */
                type: "signature";
            };
            /**
             * @description Id of the device
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
        };
        NewIdentification: {
            authorization_expires_at: null;
            completed_at: string | null;
            confirmation_expires_at: null;
            iban: null;
            /**
             * @description Id of the identification
             * @example 0123456789abcdef0123456789abcdefcidt
             */
            id: string;
            language: ("DE" | "EN") | null;
            /**
             * @example idnow_autoident
             * @enum {string}
             */
            method: "bank" | "bank_id" | "bank_plus" | "fourthline" | "idnow" | "idnow_autoident" | "idnow_custom" | "manual" | "postident";
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
            proof_of_address_issued_at: string | null;
            proof_of_address_type: ("BANK_ACCOUNT_STATEMENT" | "CERTIFICATE_OF_REGISTRATION" | "ELECTRICITY_BILL" | "GAS_BILL" | "HEATING_BILL" | "INTERNET_BILL" | "TELEPHONE_BILL" | "WATER_BILL") | null;
            /** @description The provider's token of the session. Never show it to the customer. */
            reference: string | null;
            /** @enum {string} */
            status: "created" | "pending" | "pending_successful" | "pending_failed" | "successful" | "aborted" | "canceled" | "failed" | "expired";
            terms_and_conditions_signed_at: null;
            /** @description Where the customer goes */
            url: string | null;
        };
        NewWebhook: {
            /** @enum {string} */
            event_type: "ACCOUNT_BLOCK" | "ACCOUNT_CLOSURE" | "ACCOUNT_CLOSURE_REQUEST" | "ACCOUNT_CLOSURE_REQUEST_UPDATE" | "ACCOUNT_LIMIT_CHANGE" | "ACCOUNT_OPENING_REQUEST" | "ACCOUNT_SNAPSHOT" | "ACQUIRER_TOPUP_DECLINED" | "ACQUIRER_TOPUP_EXECUTED" | "ACQUIRER_TOPUP_PAYMENT_FAILED" | "ACTIVATION_CHALLENGE_CREATION" | "BENEFICIAL_OWNER" | "BOOKING" | "BUSINESS_CHANGED" | "BUSINESS_DELETED" | "BUSINESS_FRONTING_APPLICATION" | "BUSINESS_FRONTING_LOAN_PAYOUT" | "BUSINESS_FRONTING_PAYOUT_UPDATE" | "BUSINESS_FRONTING_RELATIONSHIP_STATUS_CHANGED" | "BUSINESS_IDENTIFICATION" | "BUSINESS_SEIZURE_CREATED" | "BUSINESS_SEIZURE_DELETED" | "BUSINESS_SEIZURE_FULFILLED" | "BUSINESS_SEIZURE_UPDATED" | "BUSINESS_TAX_IDENTIFICATION_CHANGED" | "CARD_AUTHORIZATION" | "CARD_AUTHORIZATION_DECLINE_V2" | "CARD_AUTHORIZATION_RESOLUTION" | "CARD_DELIVERY_TRACKING" | "CARD_FRAUD_CASE_PENDING" | "CARD_FRAUD_CASE_TIMEOUT" | "CARD_LIFECYCLE_EVENT" | "CARD_TOKEN_LIFECYCLE" | "CASH_OPERATION_STATUS_CHANGED" | "CONSUMER_FRONTING_APPLICATION" | "CONSUMER_LOAN_APPLICATION" | "CONSUMER_OVERDRAFT" | "CONSUMER_OVERDRAFT_APPLICATION" | "CONSUMER_OVERDRAFT_INTEREST_RATE_CHANGE" | "CREDIT_CARD_APPLICATION" | "CREDIT_LINE" | "DELEGATE_SCA_CANCEL" | "DISPUTE_CHANGED" | "FREELANCER_CREDIT_LINE_APPLICATION" | "FREELANCER_OVERDRAFT_INTEREST_RATE_CHANGE" | "IDENTIFICATION" | "IDENTIFICATION_INVITATION" | "IDENTIFICATION_ORIGINATION" | "IDENTIFICATION_REFERENCE_TRANSFER_ATTEMPT" | "IDENTIFICATION_SESSION" | "INCOMING_REJECTED_TRANSACTION" | "INSTANT_SEPA_CREDIT_TRANSFER_EXECUTED" | "INSTANT_SEPA_CREDIT_TRANSFER_FAILED" | "LEGAL_REPRESENTATIVE" | "LOAN" | "OVERDRAFT" | "OVERDRAFT_APPLICATION" | "OVERDRAFT_LIMIT_CHANGE" | "PERSON_CHANGED" | "PERSON_DELETED" | "PERSON_MOBILE_NUMBER_CREATED" | "PERSON_MOBILE_NUMBER_DELETED" | "PERSON_SEIZURE_CREATED" | "PERSON_SEIZURE_DELETED" | "PERSON_SEIZURE_FULFILLED" | "PERSON_SEIZURE_UPDATED" | "PERSON_TAX_IDENTIFICATION_CHANGED" | "POSTBOX_ITEM_CREATED" | "POTENTIAL_ACCOUNT_BLOCKING" | "QUESTIONS_REQUIRE_RESPONSE" | "REFERENCE_ACCOUNT_CREATED" | "REFERENCE_ACCOUNT_INSTANT_PAYOUT_DECLINED" | "REFERENCE_ACCOUNT_INSTANT_PAYOUT_EXECUTED" | "RESERVATION_CREATED" | "RESERVATION_RESOLVED" | "SCA_CHALLENGE" | "SCHEDULED_TRANSFER_STATUS_CHANGED" | "SEPA_CREDIT_TRANSACTION_DECLINED" | "SEPA_DIRECT_DEBIT_RETURN" | "SEPA_SCHEDULED_TRANSACTION" | "SEPA_STANDING_ORDER" | "SEPA_TIMED_ORDER" | "TRUSTED_IBAN_CONFIRMED";
            /**
             * @description Id of the subscription
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            /** @description Shown once. Key of the signature of every notification. */
            secret: string;
            url: string;
        };
        NextWebhookSecret: {
            /**
             * @description Id of the subscription
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            old_secret_ends_at: string;
            /** @description The next secret; shown once */
            secret: string;
        };
        OutcomeInput: {
            /**
             * @description A published failure reason that belongs to the result; a usual one where none is named
             * @enum {string}
             */
            reason?: "USER_CANCELLATION_DOCUMENT_NOT_ACCEPTED" | "USER_CANCELLATION_DOCUMENT_EXPIRED" | "USER_CANCELLATION_UNDERAGE" | "USER_CANCELLATION_CAMERA_ACCESS_DENIED" | "USER_CANCELLATION_TERMS_DENIED" | "USER_CANCELLATION_SELFIE_NOT_READY" | "USER_CANCELLATION_APP_NOT_SCANNING" | "USER_CANCELLATION_ESIGNING_REJECTED" | "USER_CANCELLATION_ESIGNING_NAME_CONFIRMATION_REJECTED" | "USER_CANCELLATION_INCORRECT_PHONE_NUMBER" | "USER_CANCELLATION_IDENTIFY_LATER" | "USER_CANCELLATION_USER_NOT_INTERESTED" | "USER_CANCELLATION_APP_NOT_RESPONDING" | "USER_CANCELLATION_PRIVACY_CONCERNS" | "USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE" | "APP_CANCELLATION_APPROVAL_PHRASE_RETRY_LIMIT_REACHED" | "APP_CANCELLATION_APPROVAL_PHRASE_NO_CONTRACT" | "APP_CANCELLATION_APPROVAL_PHRASE_INSUFFICIENT_DOCUMENT_COUNT" | "APP_CANCELLATION_OTP_MATCH_LIMIT_REACHED" | "APP_CANCELLATION_TSP_TECHNICAL_EXCEPTION" | "ID_BLURRY" | "ID_GLARE" | "ID_DARKNESS" | "ID_DATA_COVERED" | "ID_PERSPECTIVE" | "ID_DATA" | "ID_DATA_OTHER" | "ID_NOT_SUPPORTED" | "ID_EXPIRED" | "ID_WRONG_SIDE" | "ID_OUTWORN" | "ID_HAS_STICKER" | "ID_WRITTEN_ON" | "ID_BROKEN" | "ID_DAMAGED" | "ID_DAMAGED_OTHER" | "ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD" | "ID_SECURITY_FEATURE_VIDEO_SHORT" | "ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED" | "ID_SECURITY_FEATURE_OTHER" | "ID_SECOND_DOCUMENT" | "ID_SECOND_DOCUMENT_BAD_PHOTO_QUALITY" | "ID_SECOND_DOCUMENT_DAMAGED" | "ID_SECOND_DOCUMENT_EXPIRED" | "ID_SECOND_DOCUMENT_OTHER" | "ID_NEED_ADDITIONAL_DOCUMENT" | "ID_OTHER" | "USER_INVOICE_MISSING" | "USER_OBSCURED" | "SELFIE_BLURRY" | "SELFIE_GLARE" | "SELFIE_DARKNESS" | "SELFIE_PERSPECTIVE" | "SELFIE_OTHER" | "IDENT_CANNOT_BE_COMPLETED" | "IDENT_DISPLAY_ERROR" | "IDENT_OTHER" | "TSP_WRONG_CONFIRMATION_TOKEN" | "TSP_SIGNING_FAILED" | "TSP_CERTIFICATE_EXPIRED" | "ID_SECURITY_FEATURE_VIDEO_FILE_MISSING" | "WARNING_SELFIE_REAL_PERSON" | "WARNING_SELFIE_NO_REAL_PERSON" | "WARNING_SELFIE_DISGUISED" | "WARNING_MANIPULATED_DATA" | "WARNING_MANIPULATED_PHOTO" | "WARNING_FAKED_SECURITY_FEATURES" | "WARNING_PAPER_PRINT" | "WARNING_DIGITAL_DOCUMENT" | "WARNING_FAKED_SPECIMEN" | "WARNING_USER_UNDERAGE" | "WARNING_DIGITAL_SELFIE" | "WARNING_MONEY_MULE" | "WARNING_NAME_COMPARISON" | "WARNING_SCAN" | "WARNING_FRAUD_OTHER" | "WARNING_FAKED_MANIPULATED_ID" | "OTHER_ERROR";
            /**
             * @description In the provider's words; SUCCESS_DATA_CHANGED gives the person another last name
             * @enum {string}
             */
            result: "SUCCESS" | "SUCCESS_DATA_CHANGED" | "ABORTED" | "CANCELED" | "FRAUD_SUSPICION_PENDING" | "FRAUD_SUSPICION_CONFIRMED" | "FAILED" | "REVIEW_PENDING" | "CHECK_PENDING";
        };
        Person: {
            address: components["schemas"]["Address"];
            aml_confirmed_on: string | null;
            aml_follow_up_date: string | null;
            annual_income_range: string | null;
            birth_city: string | null;
            birth_country: string | null;
            birth_date: string | null;
            birth_name: string | null;
            birth_post_code: string | null;
            birth_province: string | null;
            branch: string | null;
            business_address_line_1: string | null;
            business_address_line_2: string | null;
            business_city: string | null;
            business_country: string | null;
            business_postal_code: string | null;
            business_purpose: string | null;
            business_trading_name: string | null;
            contact_address: components["schemas"]["Address"];
            customer_vetting_status: ("NOT_VETTED" | "NO_MATCH" | "POTENTIAL_MATCH" | "INFORMATION_REQUESTED" | "INFORMATION_RECEIVED" | "RISK_ACCEPTED" | "RISK_REJECTED" | "CUSTOMER_UNRESPONSIVE" | "VETTING_NOT_REQUIRED") | null;
            data_terms_signed_at: string | null;
            email: string | null;
            employment_status: ("EMPLOYED" | "UNEMPLOYED" | "PUBLIC_SECTOR_EMPLOYEE" | "PROFESSIONAL_SOLDIER" | "FREELANCER" | "HOUSEWORK" | "APPRENTICE" | "MANAGEMENT" | "RETIRED" | "STUDENT" | "SELF_EMPLOYED" | "MILITARY_OR_COMMUNITY_SERVICE") | null;
            expected_monthly_revenue_cents: number | null;
            fatca_crs_confirmed_at: string | null;
            fatca_relevant: boolean | null;
            first_name: string | null;
            flagged_by_compliance: boolean | null;
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            id: string;
            /** @description When the person was last identified. A field of this platform. */
            identified_at: string | null;
            industry: string | null;
            industry_key: string | null;
            international_operativity_expectation: string[] | null;
            job_title: string | null;
            last_name: string | null;
            legitimation_valid_until: string | null;
            mobile_number: string | null;
            nace_code: string | null;
            nationality: string | null;
            own_economic_interest_signed_at: string | null;
            registration_number: string | null;
            risk_classification_status: ("NOT_SCORED" | "POTENTIAL_RISK" | "NORMAL_RISK" | "INFORMATION_REQUESTED" | "INFORMATION_RECEIVED" | "RISK_ACCEPTED" | "RISK_REJECTED" | "CUSTOMER_UNRESPONSIVE" | "SCORING_NOT_REQUIRED") | null;
            salutation: ("MR" | "MS") | null;
            screening_progress: ("NOT_SCREENED" | "POTENTIAL_MATCH" | "SCREENED_ACCEPTED" | "SCREENED_DECLINED") | null;
            self_declared_as_pep: boolean | null;
            tax_information: components["schemas"]["TaxInformation"];
            terms_conditions_signed_at: string | null;
            title: ("DR" | "MAGISTER" | "PROF" | "PROF_DR" | "BOTSCH" | "DIPL_PAD" | "DIPL_BETRIEBSW" | "DIPL_ING" | "DIPL_KFFR" | "DIPL_KFM" | "DIPL_VOLKSW" | "DR_DR" | "DR_E_H" | "DR_H_C" | "DR_ING" | "DR_ING_HAB" | "MAG" | "NOT" | "PROF_DR_DR" | "PROF_DR_H_C" | "PROF_DR_ING" | "PROF_ING" | "RA_U_NOT" | "RAE" | "RA" | "RA_DR") | null;
            vat_number: string | null;
            website_social_media: string | null;
            work_country: string | null;
            work_province: string | null;
        };
        PersonDevelopmentChange: {
            aml_confirmed_on?: string;
            aml_follow_up_date?: string;
            birth_city?: string;
            /** @description Last day of the document on file. A field of this platform. */
            legitimation_valid_until?: string;
        };
        PersonEvent: {
            /**
             * Format: date
             * @example 2026-01-31
             */
            due_on: string;
            /**
             * @description Id of the reported event
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            /** @enum {string} */
            kind: "moved" | "name_changed" | "product_change" | "data_doubtful" | "suspicion";
            /**
             * Format: date
             * @example 2026-01-31
             */
            occurred_on: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            reported_at: string;
            settled_at: string | null;
            settled_by: ("identification" | "data_confirmation") | null;
        };
        PersonEventInput: {
            /** @description If the person is due sooner than the rule says */
            due_on?: string;
            /** @enum {string} */
            kind: "moved" | "name_changed" | "product_change" | "data_doubtful" | "suspicion";
            /** @description Today if not given */
            occurred_on?: string;
        };
        PersonInput: {
            address?: components["schemas"]["AddressInput"];
            aml_confirmed_on?: string;
            annual_income_range?: string;
            birth_city?: string;
            birth_country?: string;
            birth_date?: string;
            birth_name?: string;
            birth_post_code?: string;
            birth_province?: string;
            branch?: string;
            business_address_line_1?: string;
            business_address_line_2?: string;
            business_city?: string;
            business_country?: string;
            business_postal_code?: string;
            business_purpose?: string;
            business_trading_name?: string;
            contact_address?: components["schemas"]["AddressInput"];
            data_terms_signed_at?: string;
            email?: string;
            /** @enum {string} */
            employment_status?: "EMPLOYED" | "UNEMPLOYED" | "PUBLIC_SECTOR_EMPLOYEE" | "PROFESSIONAL_SOLDIER" | "FREELANCER" | "HOUSEWORK" | "APPRENTICE" | "MANAGEMENT" | "RETIRED" | "STUDENT" | "SELF_EMPLOYED" | "MILITARY_OR_COMMUNITY_SERVICE";
            expected_monthly_revenue_cents?: number;
            fatca_crs_confirmed_at?: string;
            fatca_relevant?: boolean;
            first_name?: string & (unknown & unknown);
            /** @description When the person was last identified elsewhere; only read at creation. A field of this platform. */
            identified_at?: string;
            industry?: string;
            industry_key?: string;
            international_operativity_expectation?: string[];
            job_title?: string;
            last_name?: string & (unknown & unknown);
            mobile_number?: string;
            nace_code?: string;
            nationality?: string;
            own_economic_interest_signed_at?: string;
            registration_number?: string;
            /** @enum {string} */
            salutation?: "MR" | "MS";
            self_declared_as_pep?: boolean;
            tax_information?: components["schemas"]["TaxInformationInput"];
            terms_conditions_signed_at?: string;
            /** @enum {string} */
            title?: "DR" | "MAGISTER" | "PROF" | "PROF_DR" | "BOTSCH" | "DIPL_PAD" | "DIPL_BETRIEBSW" | "DIPL_ING" | "DIPL_KFFR" | "DIPL_KFM" | "DIPL_VOLKSW" | "DR_DR" | "DR_E_H" | "DR_H_C" | "DR_ING" | "DR_ING_HAB" | "MAG" | "NOT" | "PROF_DR_DR" | "PROF_DR_H_C" | "PROF_DR_ING" | "PROF_ING" | "RA_U_NOT" | "RAE" | "RA" | "RA_DR";
            vat_number?: string;
            website_social_media?: string;
            work_country?: string;
            work_province?: string;
        };
        RelationshipEnd: {
            ended_on: string;
        };
        Replayed: {
            /** @description How many are sent again */
            deliveries: number;
        };
        ReplayRange: {
            /** @description Deliveries created at this time or later */
            from: string;
            /**
             * @description Default: rejected and exhausted
             * @enum {string}
             */
            state?: "delivered" | "rejected" | "exhausted" | "canceled";
            /**
             * @description Id of the subscription
             * @example 0123456789abcdef0123456789abcdef
             */
            subscription_id?: string;
            /** @description Deliveries created before this time */
            to: string;
        };
        RequestedIdentification: {
            authorization_expires_at: null;
            completed_at: string | null;
            confirmation_expires_at: null;
            /** @description Seconds */
            estimated_waiting_time: number;
            iban: null;
            /**
             * @description Id of the identification
             * @example 0123456789abcdef0123456789abcdefcidt
             */
            id: string;
            language: ("DE" | "EN") | null;
            /**
             * @example idnow_autoident
             * @enum {string}
             */
            method: "bank" | "bank_id" | "bank_plus" | "fourthline" | "idnow" | "idnow_autoident" | "idnow_custom" | "manual" | "postident";
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
            proof_of_address_issued_at: string | null;
            proof_of_address_type: ("BANK_ACCOUNT_STATEMENT" | "CERTIFICATE_OF_REGISTRATION" | "ELECTRICITY_BILL" | "GAS_BILL" | "HEATING_BILL" | "INTERNET_BILL" | "TELEPHONE_BILL" | "WATER_BILL") | null;
            /** @description The provider's token of the session. Never show it to the customer. */
            reference: string | null;
            /** @enum {string} */
            status: "created" | "pending" | "pending_successful" | "pending_failed" | "successful" | "aborted" | "canceled" | "failed" | "expired";
            terms_and_conditions_signed_at: null;
            /** @description Where the customer goes */
            url: string | null;
        };
        Retention: {
            /** @description When the erasure is due */
            erase_at: string | null;
            /** @description What an authority asked for */
            extension: {
                file_number: string;
                /**
                 * Format: date
                 * @example 2026-01-31
                 */
                keep_until: string;
            } | null;
            /** @description While this is set, nothing is erased */
            legal_hold_since: string | null;
            /**
             * @description Id of the person
             * @example 0123456789abcdef0123456789abcdefcper
             */
            person_id: string;
            relationship_ended_on: string | null;
            /**
             * @description `scheduled`: ordered for `erase_at`; `erased`: the data key is destroyed and nothing can be read
             * @enum {string}
             */
            status: "none" | "scheduled" | "erased";
        };
        RetentionExtensionInput: {
            file_number: string;
            /** @description The last day on which the records are kept */
            keep_until: string;
        };
        RiskClass: {
            /**
             * @description Code of a risk class
             * @example normal
             */
            code: string;
            /** @description Whether a confirmation of unchanged data begins the cycle anew */
            confirmation_counts: boolean;
            cycle_years: number;
            /**
             * @description Which limit of the law holds: `normal` 5 years, `high` 1 year
             * @enum {string}
             */
            law_class: "normal" | "high";
        };
        RiskClassInput: {
            /** @default false */
            confirmation_counts: boolean;
            cycle_years: number;
            /** @enum {string} */
            law_class: "normal" | "high";
        };
        RiskProfileInput: {
            /** @description Replaces those before */
            product_tags?: string[];
            /**
             * @description Code of a risk class
             * @example normal
             */
            risk_class?: string;
        };
        SendingTimesInput: {
            /**
             * @description Further days, such as holidays of one Land
             * @default []
             */
            closed_on: string[];
            /** @default 9 */
            from_hour: number;
            /**
             * @description Holidays of all of Germany
             * @default true
             */
            skip_holidays: boolean;
            /** @default Europe/Berlin */
            time_zone: string;
            /** @default 18 */
            to_hour: number;
            /**
             * @description 1 Monday … 7 Sunday
             * @default [
             *       1,
             *       2,
             *       3,
             *       4,
             *       5
             *     ]
             */
            weekdays: number[];
        };
        SupportedDocument: {
            issuing_countries: string[];
            type: string;
        };
        TaxInformation: {
            marital_status: string | null;
            tax_assessment: string | null;
        };
        TaxInformationInput: {
            marital_status?: string;
            tax_assessment?: string;
        };
        TimelineEntry: {
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            at: string;
            details: {
                [key: string]: unknown;
            };
            /** @description `due`, `event`, `settled`, `planned`, `invited`, `message`, `warned`, `task`, `ended`, `identification` */
            kind: string;
        };
        Token: {
            access_token: string;
            /** @description Seconds */
            expires_in: number;
            /** @constant */
            scope: "partners";
            /** @constant */
            token_type: "bearer";
        };
        /** @description RFC 6749, section 5.2 */
        TokenError: {
            /** @enum {string} */
            error: "invalid_request" | "unsupported_grant_type" | "invalid_scope" | "invalid_client";
            error_description: string;
        };
        TokenRequest: {
            client_id?: string;
            client_secret?: string;
            /** @description client_credentials */
            grant_type?: string;
            /** @description partners */
            scope?: string;
        };
        ValidDocument: {
            /** @constant */
            document_valid: true;
        };
        Webhook: {
            /** @enum {string} */
            event_type: "ACCOUNT_BLOCK" | "ACCOUNT_CLOSURE" | "ACCOUNT_CLOSURE_REQUEST" | "ACCOUNT_CLOSURE_REQUEST_UPDATE" | "ACCOUNT_LIMIT_CHANGE" | "ACCOUNT_OPENING_REQUEST" | "ACCOUNT_SNAPSHOT" | "ACQUIRER_TOPUP_DECLINED" | "ACQUIRER_TOPUP_EXECUTED" | "ACQUIRER_TOPUP_PAYMENT_FAILED" | "ACTIVATION_CHALLENGE_CREATION" | "BENEFICIAL_OWNER" | "BOOKING" | "BUSINESS_CHANGED" | "BUSINESS_DELETED" | "BUSINESS_FRONTING_APPLICATION" | "BUSINESS_FRONTING_LOAN_PAYOUT" | "BUSINESS_FRONTING_PAYOUT_UPDATE" | "BUSINESS_FRONTING_RELATIONSHIP_STATUS_CHANGED" | "BUSINESS_IDENTIFICATION" | "BUSINESS_SEIZURE_CREATED" | "BUSINESS_SEIZURE_DELETED" | "BUSINESS_SEIZURE_FULFILLED" | "BUSINESS_SEIZURE_UPDATED" | "BUSINESS_TAX_IDENTIFICATION_CHANGED" | "CARD_AUTHORIZATION" | "CARD_AUTHORIZATION_DECLINE_V2" | "CARD_AUTHORIZATION_RESOLUTION" | "CARD_DELIVERY_TRACKING" | "CARD_FRAUD_CASE_PENDING" | "CARD_FRAUD_CASE_TIMEOUT" | "CARD_LIFECYCLE_EVENT" | "CARD_TOKEN_LIFECYCLE" | "CASH_OPERATION_STATUS_CHANGED" | "CONSUMER_FRONTING_APPLICATION" | "CONSUMER_LOAN_APPLICATION" | "CONSUMER_OVERDRAFT" | "CONSUMER_OVERDRAFT_APPLICATION" | "CONSUMER_OVERDRAFT_INTEREST_RATE_CHANGE" | "CREDIT_CARD_APPLICATION" | "CREDIT_LINE" | "DELEGATE_SCA_CANCEL" | "DISPUTE_CHANGED" | "FREELANCER_CREDIT_LINE_APPLICATION" | "FREELANCER_OVERDRAFT_INTEREST_RATE_CHANGE" | "IDENTIFICATION" | "IDENTIFICATION_INVITATION" | "IDENTIFICATION_ORIGINATION" | "IDENTIFICATION_REFERENCE_TRANSFER_ATTEMPT" | "IDENTIFICATION_SESSION" | "INCOMING_REJECTED_TRANSACTION" | "INSTANT_SEPA_CREDIT_TRANSFER_EXECUTED" | "INSTANT_SEPA_CREDIT_TRANSFER_FAILED" | "LEGAL_REPRESENTATIVE" | "LOAN" | "OVERDRAFT" | "OVERDRAFT_APPLICATION" | "OVERDRAFT_LIMIT_CHANGE" | "PERSON_CHANGED" | "PERSON_DELETED" | "PERSON_MOBILE_NUMBER_CREATED" | "PERSON_MOBILE_NUMBER_DELETED" | "PERSON_SEIZURE_CREATED" | "PERSON_SEIZURE_DELETED" | "PERSON_SEIZURE_FULFILLED" | "PERSON_SEIZURE_UPDATED" | "PERSON_TAX_IDENTIFICATION_CHANGED" | "POSTBOX_ITEM_CREATED" | "POTENTIAL_ACCOUNT_BLOCKING" | "QUESTIONS_REQUIRE_RESPONSE" | "REFERENCE_ACCOUNT_CREATED" | "REFERENCE_ACCOUNT_INSTANT_PAYOUT_DECLINED" | "REFERENCE_ACCOUNT_INSTANT_PAYOUT_EXECUTED" | "RESERVATION_CREATED" | "RESERVATION_RESOLVED" | "SCA_CHALLENGE" | "SCHEDULED_TRANSFER_STATUS_CHANGED" | "SEPA_CREDIT_TRANSACTION_DECLINED" | "SEPA_DIRECT_DEBIT_RETURN" | "SEPA_SCHEDULED_TRANSACTION" | "SEPA_STANDING_ORDER" | "SEPA_TIMED_ORDER" | "TRUSTED_IBAN_CONFIRMED";
            /**
             * @description Id of the subscription
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            url: string;
        };
        WebhookHealth: {
            /** @description The fault that the sandbox plays with this subscription */
            chaos: {
                /** @enum {string} */
                fault: "late" | "twice" | "out_of_order" | "wrong_signature" | "receiver_down";
                seconds: number | null;
            } | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            disabled_at: string | null;
            /** @description `gone`: answered 410; `failing`: only failed for five days */
            disabled_reason: ("gone" | "failing") | null;
            /** @enum {string} */
            event_type: "ACCOUNT_BLOCK" | "ACCOUNT_CLOSURE" | "ACCOUNT_CLOSURE_REQUEST" | "ACCOUNT_CLOSURE_REQUEST_UPDATE" | "ACCOUNT_LIMIT_CHANGE" | "ACCOUNT_OPENING_REQUEST" | "ACCOUNT_SNAPSHOT" | "ACQUIRER_TOPUP_DECLINED" | "ACQUIRER_TOPUP_EXECUTED" | "ACQUIRER_TOPUP_PAYMENT_FAILED" | "ACTIVATION_CHALLENGE_CREATION" | "BENEFICIAL_OWNER" | "BOOKING" | "BUSINESS_CHANGED" | "BUSINESS_DELETED" | "BUSINESS_FRONTING_APPLICATION" | "BUSINESS_FRONTING_LOAN_PAYOUT" | "BUSINESS_FRONTING_PAYOUT_UPDATE" | "BUSINESS_FRONTING_RELATIONSHIP_STATUS_CHANGED" | "BUSINESS_IDENTIFICATION" | "BUSINESS_SEIZURE_CREATED" | "BUSINESS_SEIZURE_DELETED" | "BUSINESS_SEIZURE_FULFILLED" | "BUSINESS_SEIZURE_UPDATED" | "BUSINESS_TAX_IDENTIFICATION_CHANGED" | "CARD_AUTHORIZATION" | "CARD_AUTHORIZATION_DECLINE_V2" | "CARD_AUTHORIZATION_RESOLUTION" | "CARD_DELIVERY_TRACKING" | "CARD_FRAUD_CASE_PENDING" | "CARD_FRAUD_CASE_TIMEOUT" | "CARD_LIFECYCLE_EVENT" | "CARD_TOKEN_LIFECYCLE" | "CASH_OPERATION_STATUS_CHANGED" | "CONSUMER_FRONTING_APPLICATION" | "CONSUMER_LOAN_APPLICATION" | "CONSUMER_OVERDRAFT" | "CONSUMER_OVERDRAFT_APPLICATION" | "CONSUMER_OVERDRAFT_INTEREST_RATE_CHANGE" | "CREDIT_CARD_APPLICATION" | "CREDIT_LINE" | "DELEGATE_SCA_CANCEL" | "DISPUTE_CHANGED" | "FREELANCER_CREDIT_LINE_APPLICATION" | "FREELANCER_OVERDRAFT_INTEREST_RATE_CHANGE" | "IDENTIFICATION" | "IDENTIFICATION_INVITATION" | "IDENTIFICATION_ORIGINATION" | "IDENTIFICATION_REFERENCE_TRANSFER_ATTEMPT" | "IDENTIFICATION_SESSION" | "INCOMING_REJECTED_TRANSACTION" | "INSTANT_SEPA_CREDIT_TRANSFER_EXECUTED" | "INSTANT_SEPA_CREDIT_TRANSFER_FAILED" | "LEGAL_REPRESENTATIVE" | "LOAN" | "OVERDRAFT" | "OVERDRAFT_APPLICATION" | "OVERDRAFT_LIMIT_CHANGE" | "PERSON_CHANGED" | "PERSON_DELETED" | "PERSON_MOBILE_NUMBER_CREATED" | "PERSON_MOBILE_NUMBER_DELETED" | "PERSON_SEIZURE_CREATED" | "PERSON_SEIZURE_DELETED" | "PERSON_SEIZURE_FULFILLED" | "PERSON_SEIZURE_UPDATED" | "PERSON_TAX_IDENTIFICATION_CHANGED" | "POSTBOX_ITEM_CREATED" | "POTENTIAL_ACCOUNT_BLOCKING" | "QUESTIONS_REQUIRE_RESPONSE" | "REFERENCE_ACCOUNT_CREATED" | "REFERENCE_ACCOUNT_INSTANT_PAYOUT_DECLINED" | "REFERENCE_ACCOUNT_INSTANT_PAYOUT_EXECUTED" | "RESERVATION_CREATED" | "RESERVATION_RESOLVED" | "SCA_CHALLENGE" | "SCHEDULED_TRANSFER_STATUS_CHANGED" | "SEPA_CREDIT_TRANSACTION_DECLINED" | "SEPA_DIRECT_DEBIT_RETURN" | "SEPA_SCHEDULED_TRANSACTION" | "SEPA_STANDING_ORDER" | "SEPA_TIMED_ORDER" | "TRUSTED_IBAN_CONFIRMED";
            /** @description Since when there were nothing but failures; five days of them disable it */
            failing_since: string | null;
            /**
             * @description Id of the subscription
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            /** @description Exact to a minute */
            last_success_at: string | null;
            /** @description While the secret is being replaced, both are good until then */
            old_secret_ends_at: string | null;
            /**
             * @description `failing`: active, but the last attempt did not succeed
             * @enum {string}
             */
            state: "active" | "failing" | "disabled";
            url: string;
        };
        WebhookInput: {
            /** @enum {string} */
            event_type: "ACCOUNT_BLOCK" | "ACCOUNT_CLOSURE" | "ACCOUNT_CLOSURE_REQUEST" | "ACCOUNT_CLOSURE_REQUEST_UPDATE" | "ACCOUNT_LIMIT_CHANGE" | "ACCOUNT_OPENING_REQUEST" | "ACCOUNT_SNAPSHOT" | "ACQUIRER_TOPUP_DECLINED" | "ACQUIRER_TOPUP_EXECUTED" | "ACQUIRER_TOPUP_PAYMENT_FAILED" | "ACTIVATION_CHALLENGE_CREATION" | "BENEFICIAL_OWNER" | "BOOKING" | "BUSINESS_CHANGED" | "BUSINESS_DELETED" | "BUSINESS_FRONTING_APPLICATION" | "BUSINESS_FRONTING_LOAN_PAYOUT" | "BUSINESS_FRONTING_PAYOUT_UPDATE" | "BUSINESS_FRONTING_RELATIONSHIP_STATUS_CHANGED" | "BUSINESS_IDENTIFICATION" | "BUSINESS_SEIZURE_CREATED" | "BUSINESS_SEIZURE_DELETED" | "BUSINESS_SEIZURE_FULFILLED" | "BUSINESS_SEIZURE_UPDATED" | "BUSINESS_TAX_IDENTIFICATION_CHANGED" | "CARD_AUTHORIZATION" | "CARD_AUTHORIZATION_DECLINE_V2" | "CARD_AUTHORIZATION_RESOLUTION" | "CARD_DELIVERY_TRACKING" | "CARD_FRAUD_CASE_PENDING" | "CARD_FRAUD_CASE_TIMEOUT" | "CARD_LIFECYCLE_EVENT" | "CARD_TOKEN_LIFECYCLE" | "CASH_OPERATION_STATUS_CHANGED" | "CONSUMER_FRONTING_APPLICATION" | "CONSUMER_LOAN_APPLICATION" | "CONSUMER_OVERDRAFT" | "CONSUMER_OVERDRAFT_APPLICATION" | "CONSUMER_OVERDRAFT_INTEREST_RATE_CHANGE" | "CREDIT_CARD_APPLICATION" | "CREDIT_LINE" | "DELEGATE_SCA_CANCEL" | "DISPUTE_CHANGED" | "FREELANCER_CREDIT_LINE_APPLICATION" | "FREELANCER_OVERDRAFT_INTEREST_RATE_CHANGE" | "IDENTIFICATION" | "IDENTIFICATION_INVITATION" | "IDENTIFICATION_ORIGINATION" | "IDENTIFICATION_REFERENCE_TRANSFER_ATTEMPT" | "IDENTIFICATION_SESSION" | "INCOMING_REJECTED_TRANSACTION" | "INSTANT_SEPA_CREDIT_TRANSFER_EXECUTED" | "INSTANT_SEPA_CREDIT_TRANSFER_FAILED" | "LEGAL_REPRESENTATIVE" | "LOAN" | "OVERDRAFT" | "OVERDRAFT_APPLICATION" | "OVERDRAFT_LIMIT_CHANGE" | "PERSON_CHANGED" | "PERSON_DELETED" | "PERSON_MOBILE_NUMBER_CREATED" | "PERSON_MOBILE_NUMBER_DELETED" | "PERSON_SEIZURE_CREATED" | "PERSON_SEIZURE_DELETED" | "PERSON_SEIZURE_FULFILLED" | "PERSON_SEIZURE_UPDATED" | "PERSON_TAX_IDENTIFICATION_CHANGED" | "POSTBOX_ITEM_CREATED" | "POTENTIAL_ACCOUNT_BLOCKING" | "QUESTIONS_REQUIRE_RESPONSE" | "REFERENCE_ACCOUNT_CREATED" | "REFERENCE_ACCOUNT_INSTANT_PAYOUT_DECLINED" | "REFERENCE_ACCOUNT_INSTANT_PAYOUT_EXECUTED" | "RESERVATION_CREATED" | "RESERVATION_RESOLVED" | "SCA_CHALLENGE" | "SCHEDULED_TRANSFER_STATUS_CHANGED" | "SEPA_CREDIT_TRANSACTION_DECLINED" | "SEPA_DIRECT_DEBIT_RETURN" | "SEPA_SCHEDULED_TRANSACTION" | "SEPA_STANDING_ORDER" | "SEPA_TIMED_ORDER" | "TRUSTED_IBAN_CONFIRMED";
            /** @description https; in the sandbox of a loopback address also http://127.0.0.1:* and http://localhost:* */
            url: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    issueTokenLegacy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LegacyTokenRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description RFC 6749, section 5.2 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"] | (components["schemas"]["Errors"] & {
                        errors?: unknown;
                    });
                };
            };
            /** @description RFC 6749, section 5.2 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "grant_type": "client_credentials",
                 *       "scope": "partners"
                 *     }
                 */
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description RFC 6749, section 5.2 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"] | (components["schemas"]["Errors"] & {
                        errors?: unknown;
                    });
                };
            };
            /** @description RFC 6749, section 5.2 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getBoard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    exportBoard: {
        parameters: {
            query?: {
                due_from?: string;
                due_to?: string;
                product_tag?: string;
                /** @description Code of a risk class */
                risk_class?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    createCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Spring",
                 *       "who": {
                 *         "due_to": "2027-06-30",
                 *         "risk_classes": [
                 *           "normal"
                 *         ]
                 *       },
                 *       "per_day": 200,
                 *       "channels": [
                 *         "email",
                 *         "letter"
                 *       ],
                 *       "reminders": [
                 *         {
                 *           "after_days": 7
                 *         },
                 *         {
                 *           "after_days": 14,
                 *           "channel": "letter"
                 *         }
                 *       ],
                 *       "warn_after_days": 21,
                 *       "task_after_days": 28
                 *     }
                 */
                "application/json": components["schemas"]["CampaignInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the campaign */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    updateCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the campaign */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Spring",
                 *       "who": {
                 *         "due_to": "2027-06-30",
                 *         "risk_classes": [
                 *           "normal"
                 *         ]
                 *       },
                 *       "per_day": 200,
                 *       "channels": [
                 *         "email",
                 *         "letter"
                 *       ],
                 *       "reminders": [
                 *         {
                 *           "after_days": 7
                 *         },
                 *         {
                 *           "after_days": 14,
                 *           "channel": "letter"
                 *         }
                 *       ],
                 *       "warn_after_days": 21,
                 *       "task_after_days": 28
                 *     }
                 */
                "application/json": components["schemas"]["CampaignInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `wrong_status`: The identification is in a status that forbids this */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    moveCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                action: "start" | "pause" | "resume" | "stop";
                /** @description Id of the campaign */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `wrong_status`: The identification is in a status that forbids this */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unprocessable_entity`: Well-formed, but it cannot be done; `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    dryRunCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the campaign */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    dryRunRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the campaign */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listDeletionProofs: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletionProof"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getDeletionProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletionProof"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Id of the notification */
                notification_id?: string;
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
                /** @description `exhausted` are the dead letters */
                state?: "pending" | "delivered" | "rejected" | "exhausted" | "canceled";
                /** @description Id of the subscription */
                subscription_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the delivery */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetails"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    replayDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the delivery */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unprocessable_entity`: Well-formed, but it cannot be done; `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    replayDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-01-01T00:00:00Z",
                 *       "to": "2026-01-02T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["ReplayRange"];
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listDue: {
        parameters: {
            query?: {
                due_from?: string;
                due_to?: string;
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
                product_tag?: string;
                /** @description Code of a risk class */
                risk_class?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueSummary"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listDueRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueRules"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description A cursor; from the beginning without one */
                after?: number;
                /** @description At most 1000, default 100 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventFeed"];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    startBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description PDF, JPEG or PNG, at most 10 MB */
                    file: string;
                    /** @description Yours: the same name with the same file is the same batch. Without one, the file itself is the name */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentificationBatch"];
                };
            };
            /** @description `bad_request`: The body is not whole, or a part of it is missing; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `type_error`: An attribute has the wrong JSON type */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `record_not_unique`: A value must be unique and is taken; `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentificationBatch"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listBatchedLines: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
                state?: "waiting" | "started" | "fault";
            };
            header?: never;
            path: {
                /** @description Id of the batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentificationBatchLine"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Id of the campaign */
                campaign_id?: string;
                /** @description Only those at which a person has to look */
                open_tasks?: boolean;
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
                /** @description Id of the person */
                person_id?: string;
                state?: "planned" | "invited" | "done" | "withdrawn" | "lapsed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the invitation */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationDetails"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    closeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the invitation */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `wrong_status`: The identification is in a status that forbids this */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    downloadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the invitation */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `wrong_status`: The identification is in a status that forbids this */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getDue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Due"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listDueHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueHistoryEntry"][];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "relationship_ended_on": "2021-01-31"
                 *     }
                 */
                "application/json": components["schemas"]["ErasureInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unauthorized_action`: A policy forbids the action */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    cancelErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listPersonEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEvent"][];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    reportPersonEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "kind": "moved",
                 *       "occurred_on": "2026-01-31"
                 *     }
                 */
                "application/json": components["schemas"]["PersonEventInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEvent"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    holdPerson: {
        parameters: {
            query?: {
                /** @description Whether campaigns may still write to the person; without it nobody is invited */
                allows_contact?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `invalid_json`: The body is not JSON; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    releasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    objectToContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueSummary"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    withdrawObjection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueSummary"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    endRelationship: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "ended_on": "2026-01-31"
                 *     }
                 */
                "application/json": components["schemas"]["RelationshipEnd"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    extendRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "file_number": "GZ 12/2026",
                 *       "keep_until": "2033-01-31"
                 *     }
                 */
                "application/json": components["schemas"]["RetentionExtensionInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    endExtension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    setRiskProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "risk_class": "high",
                 *       "product_tags": [
                 *         "giro"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RiskProfileInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Due"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineEntry"][];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listRiskClasses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskClass"][];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    saveRiskClass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Code of a risk class */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "law_class": "normal",
                 *       "cycle_years": 3,
                 *       "confirmation_counts": false
                 *     }
                 */
                "application/json": components["schemas"]["RiskClassInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskClass"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unauthorized_action`: A policy forbids the action */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listSubscriptionHealth: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookHealth"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getSubscriptionHealth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookHealth"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    cutOverSubscriptionSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookHealth"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    enableSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookHealth"];
                };
            };
            /** @description `unsafe_webhook_url`: The URL is not https; `invalid_webhook_url`: The verification request was not answered with success; `invalid_model`: An attribute breaks a rule of the model; `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    rotateSubscriptionSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextWebhookSecret"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    readClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant's time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unauthorized_action`: A policy forbids the action */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    moveClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "advance": "PT24H"
                 *     }
                 */
                "application/json": components["schemas"]["ClockInput"];
            };
        };
        responses: {
            /** @description The tenant's time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unauthorized_action`: A policy forbids the action */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    setOutcome: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the identification */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "result": "CANCELED",
                 *       "reason": "ID_GLARE"
                 *     }
                 */
                "application/json": components["schemas"]["OutcomeInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identification"];
                };
            };
            /** @description `invalid_model`: An attribute breaks a rule of the model; `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unauthorized_action`: A policy forbids the action */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `wrong_status`: The identification is in a status that forbids this */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    playChaos: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "fault": "late",
                 *       "seconds": 60
                 *     }
                 */
                "application/json": components["schemas"]["ChaosInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookHealth"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unauthorized_action`: A policy forbids the action */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    endChaos: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unauthorized_action`: A policy forbids the action */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    authorizeChangeRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the change request */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "delivery_method": "static"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeAuthorization"];
            };
        };
        responses: {
            /** @description The person has to authorize the change */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequest"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unauthorized_action`: A policy forbids the action; `unauthorized_change_request`: Nobody can authorize the change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unprocessable_entity`: Well-formed, but it cannot be done; `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    confirmChangeRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the change request */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "tan": "212212"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeConfirmation"];
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedChange"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `invalid_tan`: A code is wrong or expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `stale_version`: The case changed since it was opened; `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unprocessable_entity`: Well-formed, but it cannot be done; `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listIdentifications: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
                sort?: "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identification"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    verifyDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the device */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DeviceSignature"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `invalid_tan`: A code is wrong or expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listDevices: {
        parameters: {
            query: {
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
                /** @description Whose devices */
                person_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    createDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "person_id": "0123456789abcdef0123456789abcdefcper",
                 *       "name": "Phone",
                 *       "key_type": "ecdsa-p256",
                 *       "key": "04…"
                 *     }
                 */
                "application/json": components["schemas"]["DeviceInput"];
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewDevice"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the device */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listPersons: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
                sort?: "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    createPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "first_name": "X-MANUALTEST-HAPPYPATH",
                 *       "last_name": "Muster"
                 *     }
                 */
                "application/json": components["schemas"]["PersonInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    updatePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PersonInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description The person has to authorize the change */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequest"];
                };
            };
            /** @description `deprecated_params`: The attribute can no longer be changed; `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unauthorized_change_request`: Nobody can authorize the change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `stale_version`: The case changed since it was opened; `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description Only those that are, or are not, for the customer */
                customer_accessible?: boolean;
                /** @description Also those that were deleted */
                include_deleted?: boolean;
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
                sort?: "created_at" | "-created_at";
            };
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    uploadDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @enum {string} */
                    document_type: "ACCOUNT_SNAPSHOT.FINTECSYSTEMS" | "ACCOUNT_STATEMENT" | "AML_POLICY" | "ANNUAL_FINANCIAL_STATEMENT" | "B2B_MANDATE" | "BALANCE_REPORT" | "BANK_REFERENCE" | "BUSINESS_ASSESSMENT" | "BUSINESS_FINANCIALS_XBRL" | "CREDIT_AGENCY_REPORT" | "CREDIT_RECORD.SCHUFA" | "CUSTOMER_COMMUNICATION" | "FATCA_SELF_DECLARATION" | "FOUNDATION_DOCUMENT" | "ID_DOCUMENT" | "INVOICE" | "KYC_BENEFICIAL_OWNER" | "KYC_CORPORATE_DOCUMENT" | "KYC_FORM" | "KYC_LEGAL_REPRESENTATIVE" | "KYC_RELIABILITY_CHECK" | "KYC_REPORT" | "LOAN_MANDATE_CONTRACT" | "OTHER" | "PAYMENT_CONFIRMATION" | "PICTURE" | "POWER_OF_ATTORNEY" | "PROOF_OF_ADDRESS" | "PROOF_OF_PHONE_CHANGE" | "PROOF_OF_PROFESSION" | "PROOF_OF_SALARY" | "PROOF_OF_TAX_ID" | "REFERENCE_LETTER" | "REGISTER_APPLICATION" | "REGISTER_EXTRACT" | "SALARY_INFORMATION" | "SCHUFA_COMPACT_REPORT" | "SCHUFA_FULL_REPORT" | "SCHUFA_GWG_REPORT" | "SCHUFA_SHORT_REPORT" | "SCORE_CARD.SOLARIS" | "SCREENING_REPORT" | "SHAREHOLDERS_LIST" | "SHARE_HOLDERS_AGREEMENT" | "SIGNATURE" | "SIGNED_CONTRACT" | "SIGNED_LOAN_MANDATE_CONTRACT" | "TRADING_LICENSE" | "TRANSACTIONAL_DOCUMENT" | "TRANSFER_CANCELLATION" | "VAT_CERTIFICATE" | "VIDEO";
                    /** @description PDF, JPEG or PNG, at most 10 MB */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description `bad_request`: The body is not whole, or a part of it is missing; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `type_error`: An attribute has the wrong JSON type */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the document */
                id: string;
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    deleteDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the document */
                id: string;
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    updateDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the document */
                id: string;
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DocumentChange"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    downloadDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the document */
                id: string;
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    checkEligibility: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "method": "idnow_autoident"
                 *     }
                 */
                "application/json": components["schemas"]["EligibilityInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Eligibility"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listIdentificationsOfPerson: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
                sort?: "created_at" | "-created_at";
            };
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identification"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    createIdentification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "method": "idnow_autoident",
                 *       "language": "DE"
                 *     }
                 */
                "application/json": components["schemas"]["IdentificationInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewIdentification"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unauthorized_action`: A policy forbids the action */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `not_implemented_error`: Part of the API, but not of this platform */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getIdentification: {
        parameters: {
            query?: {
                /** @description List the documents of the identification */
                include_documents?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the identification */
                id: string;
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identification"];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    uploadDocumentForIdentification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the identification */
                id: string;
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @enum {string} */
                    document_type: "ACCOUNT_SNAPSHOT.FINTECSYSTEMS" | "ACCOUNT_STATEMENT" | "AML_POLICY" | "ANNUAL_FINANCIAL_STATEMENT" | "B2B_MANDATE" | "BALANCE_REPORT" | "BANK_REFERENCE" | "BUSINESS_ASSESSMENT" | "BUSINESS_FINANCIALS_XBRL" | "CREDIT_AGENCY_REPORT" | "CREDIT_RECORD.SCHUFA" | "CUSTOMER_COMMUNICATION" | "FATCA_SELF_DECLARATION" | "FOUNDATION_DOCUMENT" | "ID_DOCUMENT" | "INVOICE" | "KYC_BENEFICIAL_OWNER" | "KYC_CORPORATE_DOCUMENT" | "KYC_FORM" | "KYC_LEGAL_REPRESENTATIVE" | "KYC_RELIABILITY_CHECK" | "KYC_REPORT" | "LOAN_MANDATE_CONTRACT" | "OTHER" | "PAYMENT_CONFIRMATION" | "PICTURE" | "POWER_OF_ATTORNEY" | "PROOF_OF_ADDRESS" | "PROOF_OF_PHONE_CHANGE" | "PROOF_OF_PROFESSION" | "PROOF_OF_SALARY" | "PROOF_OF_TAX_ID" | "REFERENCE_LETTER" | "REGISTER_APPLICATION" | "REGISTER_EXTRACT" | "SALARY_INFORMATION" | "SCHUFA_COMPACT_REPORT" | "SCHUFA_FULL_REPORT" | "SCHUFA_GWG_REPORT" | "SCHUFA_SHORT_REPORT" | "SCORE_CARD.SOLARIS" | "SCREENING_REPORT" | "SHAREHOLDERS_LIST" | "SHARE_HOLDERS_AGREEMENT" | "SIGNATURE" | "SIGNED_CONTRACT" | "SIGNED_LOAN_MANDATE_CONTRACT" | "TRADING_LICENSE" | "TRANSACTIONAL_DOCUMENT" | "TRANSFER_CANCELLATION" | "VAT_CERTIFICATE" | "VIDEO";
                    /** @description PDF, JPEG or PNG, at most 10 MB */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description `bad_request`: The body is not whole, or a part of it is missing; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `type_error`: An attribute has the wrong JSON type */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getLegitimationData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the identification */
                id: string;
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegitimationData"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    requestIdentification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the identification */
                id: string;
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["IdentificationRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedIdentification"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `wrong_status`: The identification is in a status that forbids this */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `bad_gateway`: The provider gave an answer that makes no sense */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `gateway_timeout`: The provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listSupportedDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the identification */
                id: string;
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportedDocument"][];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getMobileNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MobileNumber"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    createMobileNumber: {
        parameters: {
            query?: {
                /** @description Accepted; changes nothing */
                with_identification?: boolean;
            };
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "number": "+15550101"
                 *     }
                 */
                "application/json": components["schemas"]["MobileNumberInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MobileNumber"];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `invalid_json`: The body is not JSON; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `mobile_number_exists`: The person has a mobile number already; `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    deleteMobileNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "number": "+15550101"
                 *     }
                 */
                "application/json": components["schemas"]["MobileNumberToDelete"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MobileNumber"];
                };
            };
            /** @description The person has to authorize the change */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequest"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    authorizeMobileNumber: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "number": "+15550101"
                 *     }
                 */
                "application/json": components["schemas"]["MobileNumberToVerify"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MobileNumber"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    confirmMobileNumber: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "number": "+15550101",
                 *       "token": "212212"
                 *     }
                 */
                "application/json": components["schemas"]["MobileNumberConfirmation"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MobileNumber"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `invalid_tan`: A code is wrong or expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    testDocumentUpdate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidDocument"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndingDocument"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unauthorized_action`: A policy forbids the action */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    updatePersonForDevelopment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the person */
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PersonDevelopmentChange"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unauthorized_action`: A policy forbids the action */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `stale_version`: The case changed since it was opened; `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. Default 1. */
                "page[number]"?: number;
                /** @description Entries per page, at most 1000. Default 10. */
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    /** @description RFC 8288: first, prev, next, last */
                    link?: string;
                    /** @description The same, under its older name */
                    per_page?: number;
                    /** @description Entries per page */
                    "per-page"?: number;
                    /** @description Number of entries on all pages */
                    total?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"][];
                };
            };
            /** @description `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `build_pagination_headers_failure`: The page asked for makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    createSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "event_type": "IDENTIFICATION",
                 *       "url": "https://partner.example/webhooks"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            /** @description `unsafe_webhook_url`: The URL is not https; `invalid_webhook_url`: The verification request was not answered with success; `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_in_progress`: The first request with this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `idempotency_conflict`: The key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    getSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
    deleteSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_json`: The body is not JSON; `type_error`: An attribute has the wrong JSON type; `validation_error`: The request breaks another rule; `invalid_model`: An attribute breaks a rule of the model; `bad_request`: The body is not whole, or a part of it is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `token_required`: No Authorization header; `invalid_token`: The token is unknown, malformed or expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `model_not_found`: Unknown or malformed id, or of another tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `request_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `unsupported_media_type`: The content type is not accepted here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `too_many_requests`: More than the limit allows; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `generic_error`: A bug on our side; quote the id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
            /** @description `service_unavailable`: Something that we need is down; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"] & {
                        errors?: unknown;
                    };
                };
            };
        };
    };
}
